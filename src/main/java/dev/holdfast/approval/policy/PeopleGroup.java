package dev.holdfast.approval.policy;

import java.util.List;
import java.util.Locale;

/**
 * A group of people to which the policy gives a name.
 *
 * @param ids Entra object IDs, in lower case, each once
 */
public record PeopleGroup(String name, List<String> ids) {

  public PeopleGroup {
    ids = ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().toList();
  }
}

package dev.holdfast.approval.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A named group of people, which may grow and shrink while the policy stays.
 *
 * @param ids Entra object IDs of people whom the policy itself names, in lower case
 * @param source where the other members are listed; empty where there are none
 * @param guests whether guests of the tenant among them count
 */
public record PeopleGroup(
    String name, List<String> ids, Optional<GroupSource> source, boolean guests) {

  public PeopleGroup {
    ids = ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** Who lists the members of a group, and under which ID. */
  public record GroupSource(Kind kind, String id) {}

  /** Who lists them. */
  public enum Kind {
    /** Microsoft Entra ID: an object ID; members of nested groups count. */
    ENTRA_GROUP,
    /** The roster of a team in Microsoft Teams. */
    TEAM
  }
}

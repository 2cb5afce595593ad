package dev.holdfast.approval.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * People whom a rule names.
 *
 * @param everybody whether it names everybody in the tenant
 * @param ids Entra object IDs, in lower case, each once
 */
public record People(boolean everybody, List<String> ids, List<PeopleGroup> groups) {

  /** The object ID of a person in Microsoft Entra ID. */
  public static final Pattern OBJECT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public static final People NOBODY = new People(false, List.of(), List.of());

  public People {
    ids = ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().toList();
    groups = List.copyOf(groups);
  }

  /** By their IDs; {@code *} stands for everybody. */
  static People of(List<String> ids) {
    return new People(
        ids.contains("*"), ids.stream().filter(id -> !id.equals("*")).toList(), List.of());
  }

  /** Whom this or the other names. */
  public People and(People other) {
    return new People(
        everybody || other.everybody,
        Stream.concat(ids.stream(), other.ids.stream()).toList(),
        Stream.concat(groups.stream(), other.groups.stream()).distinct().toList());
  }

  /** Whether a person is among them. */
  boolean includes(String personId) {
    return everybody || names(personId);
  }

  /** Whether a person is named, by ID or in a group; everybody isn't a name. */
  boolean names(String personId) {
    String id = personId.toLowerCase(Locale.ROOT);
    return ids.contains(id) || groups.stream().anyMatch(group -> group.ids().contains(id));
  }

  /** Those who are named, in the order of the policy, each once. */
  public List<String> all() {
    return Stream.concat(ids.stream(), groups.stream().flatMap(group -> group.ids().stream()))
        .distinct()
        .toList();
  }
}

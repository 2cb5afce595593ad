package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.People;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyRule;
import dev.holdfast.approval.policy.RoleRule;
import dev.holdfast.request.Person;
import java.util.List;
import java.util.stream.Stream;

/** Which people a policy itself names, whatever for. */
final class NamedPeople {

  private NamedPeople() {}

  /** By their Entra object IDs, each once. */
  static List<String> of(Policy policy) {
    Stream<String> inGroups = policy.groups().stream().flatMap(group -> group.ids().stream());
    Stream<People> elsewhere =
        Stream.of(
                Stream.of(policy.guardians().people()),
                policy.freezers().stream(),
                policy.rules().stream().flatMap(NamedPeople::of))
            .flatMap(people -> people);
    return Stream.concat(inGroups, elsewhere.flatMap(people -> people.ids().stream()))
        .filter(id -> !Person.namesApplication(id))
        .distinct()
        .toList();
  }

  private static Stream<People> of(PolicyRule rule) {
    return Stream.of(
            rule.roles().values().stream().flatMap(RoleRule::people),
            rule.freezers().stream(),
            Stream.of(rule.readers()))
        .flatMap(people -> people);
  }
}

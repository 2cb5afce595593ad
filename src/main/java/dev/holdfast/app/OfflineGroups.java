package dev.holdfast.app;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** The groups of a policy whose members aren't in its file. */
final class OfflineGroups {

  private OfflineGroups() {}

  /** A line about each. */
  static List<String> of(Policy policy) {
    return policy.groups().stream()
        .filter(group -> !group.sources().isEmpty())
        .map(
            group ->
                "Who is in the group %s isn't known here: its members are read while Holdfast runs (%s)."
                    .formatted(
                        group.name(),
                        group.sources().stream()
                            .map(GroupSource::toString)
                            .collect(Collectors.joining(", "))))
        .toList();
  }
}

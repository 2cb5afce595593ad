package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether the groups of the policy can be read, and leave enough people to approve when one of them
 * is away.
 */
@Component
class GroupsCheck implements DoctorCheck {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final PolicyInForce policy;
  private final StoredGroups groups;
  private final ObjectProvider<AccountReader> accounts;

  GroupsCheck(PolicyInForce policy, StoredGroups groups, ObjectProvider<AccountReader> accounts) {
    this.policy = policy;
    this.groups = groups;
    this.accounts = accounts;
  }

  @Override
  public CheckArea area() {
    return CheckArea.HOLDFAST;
  }

  @Override
  public String name() {
    return "Approver groups";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  /** All that is wrong, with a way to fix the worst of it. */
  @Override
  public CheckResult check() {
    List<GroupSource> sources =
        policy.get().groups().stream()
            .flatMap(group -> group.sources().stream())
            .distinct()
            .toList();
    groups.refreshOld(sources, LIMIT);
    List<CheckResult> found =
        Stream.of(
                unreadable(sources).stream(),
                RoleWeakness.in(policy.get()).stream(),
                disabled(sources).stream(),
                unusable().stream())
            .flatMap(results -> results)
            .toList();
    Optional<CheckResult> worst =
        found.stream()
            .filter(one -> one.state() == CheckStatus.BROKEN)
            .findFirst()
            .or(() -> found.stream().findFirst());
    return worst
        .map(one -> new CheckResult(one.state(), sentences(found), one.remedy()))
        .orElseGet(() -> CheckResult.ok("Each rule has approvers enough, and one to spare."));
  }

  private static String sentences(List<CheckResult> found) {
    return found.stream().map(CheckResult::sentence).collect(Collectors.joining(" "));
  }

  private Optional<CheckResult> unreadable(List<GroupSource> sources) {
    List<GroupSource> bad =
        sources.stream().filter(one -> groups.problem(one).isPresent()).toList();
    return bad.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.broken(
                "These groups can't be read, and grant nothing: "
                    + bad.stream()
                        .map(one -> one + " (" + groups.problem(one).orElseThrow().words() + ")")
                        .collect(Collectors.joining("; "))
                    + ".",
                Remedy.of(fix(groups.problem(bad.get(0)).orElseThrow()))));
  }

  private static String fix(GroupProblem problem) {
    return switch (problem) {
      case OFF -> "Set holdfast.policy.graph.enabled to true, or name people and teams instead.";
      case NOT_FOUND -> "Correct the ID in the policy.";
      case FORBIDDEN ->
          "Grant Holdfast's application the application permissions GroupMember.Read.All and"
              + " User.Read.All of Microsoft Graph.";
      case NOT_THERE -> "In Teams, add the Holdfast app to the team.";
      case TIMEOUT, TOO_LARGE -> "Name a smaller group.";
      case THROTTLED, NOT_READ -> "Try again in a minute.";
      case UNREACHABLE, STALE -> "See the log for what was answered.";
    };
  }

  private Optional<CheckResult> disabled(List<GroupSource> sources) {
    List<String> ids =
        sources.stream()
            .flatMap(
                one -> groups.reading(one).ids(EnumSet.of(GroupMember.Standing.DISABLED)).stream())
            .distinct()
            .toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CheckResult.warning(
                "Disabled accounts are in groups of the policy, and don't count: %s."
                    .formatted(String.join(", ", ids)),
                Remedy.of("Remove them from the groups in Microsoft Entra ID.")));
  }

  private Optional<CheckResult> unusable() {
    List<String> named = NamedPeople.of(policy.get());
    try {
      List<String> ids =
          accounts.stream().flatMap(reader -> reader.unusable(named).stream()).toList();
      return ids.isEmpty()
          ? Optional.empty()
          : Optional.of(
              CheckResult.warning(
                  "The policy names people whose accounts are disabled or gone: %s."
                      .formatted(String.join(", ", ids)),
                  Remedy.of("Remove them from the policy.")));
    } catch (GroupReadException e) {
      return Optional.of(
          CheckResult.warning(
              "Whether the accounts of the people whom the policy names are disabled wasn't read: %s."
                  .formatted(e.problem().words()),
              Remedy.of(fix(e.problem()))));
    }
  }
}

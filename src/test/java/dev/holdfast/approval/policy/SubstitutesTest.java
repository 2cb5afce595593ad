package dev.holdfast.approval.policy;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who decides in an approver's place, who freezes, and whether that's known. */
class SubstitutesTest {

  private static final Person LEE = new Person("id-lee", "Lee Gu");
  private static final EnvironmentUse USE = new EnvironmentUse(DEV, EnvironmentRole.OVERWRITTEN);
  private static final People APPROVERS = People.of(List.of(MEGAN.id()));

  private final Recorder recorder = new Recorder();
  private final PeopleGroup group =
      new PeopleGroup(
          "elsewhere",
          List.of(),
          List.of(new GroupSource(GroupSource.Kind.ENTRA_GROUP, "a1")),
          false);
  private final People members = new People(false, List.of(), List.of(group));

  @Test
  void anApproverDelegatesToWhomTheRuleAccepts() {
    PolicyEvaluator policy =
        policy(APPROVERS, People.of(List.of(LEE.id(), MEGAN.id())), People.NOBODY);
    assertThat(policy.mayDelegate(MEGAN)).isTrue();
    assertThat(policy.mayDelegate(MEGAN, LEE)).isTrue();
    assertThat(policy.mayDelegate(MEGAN, ADELE)).isFalse();
    assertThat(policy.mayDelegate(MEGAN, MEGAN)).isFalse();
    assertThat(policy.mayDelegate(ADELE)).isFalse();
    assertThat(policy.mayDelegate(ADELE, LEE)).isFalse();
    assertThat(policy.acceptsDelegate(LEE, USE)).isTrue();
    assertThat(policy.acceptsDelegate(ADELE, USE)).isFalse();
  }

  @Test
  void anApproverDelegatesOnlyWhereSomebodyCouldBeADelegate() {
    assertThat(policy(APPROVERS, People.NOBODY, People.NOBODY).mayDelegate(MEGAN)).isFalse();
    assertThat(policy(APPROVERS, People.of(List.of("*")), People.NOBODY).mayDelegate(MEGAN))
        .isTrue();
    assertThat(policy(APPROVERS, members, People.NOBODY).mayDelegate(MEGAN)).isTrue();
  }

  @Test
  void theSecondGroupIsNoneOfTheApprovers() {
    PolicyEvaluator policy = policy(APPROVERS, People.NOBODY, People.of(List.of(LEE.id())));
    assertThat(policy.isReserve(LEE, USE)).isTrue();
    assertThat(policy.isReserve(MEGAN, USE)).isFalse();
    assertThat(policy.mayDecide(LEE, USE)).isFalse();
  }

  @Test
  void delegatesAreReadAgainWhereThereMayBeSome() {
    policy(members, People.NOBODY, members).groups().refreshDelegates();
    assertThat(recorder.refreshed).isEmpty();
    policy(members, People.of(List.of(LEE.id())), People.NOBODY).groups().refreshDelegates();
    assertThat(recorder.refreshed).containsExactlyElementsOf(group.sources());
  }

  @Test
  void thoseWhoFreezeAreReadAgain() {
    policy(members, People.NOBODY, People.NOBODY).groups().refreshFreezers();
    assertThat(recorder.refreshed).containsExactlyElementsOf(group.sources());
  }

  @Test
  void itIsSaidOfWhomNothingIsKnown() {
    PolicyGroups approvers = policy(members, People.NOBODY, People.NOBODY).groups();
    assertThat(approvers.unreadableApprovers(USE)).isPresent();
    assertThat(approvers.unreadableDelegates(USE)).isEmpty();
    assertThat(approvers.unreadableReserve(USE)).isEmpty();
    assertThat(approvers.unreadableDelegates()).isEmpty();
    assertThat(approvers.unreadableFreezers(Optional.empty())).isPresent();
    assertThat(approvers.unreadableFreezers(Optional.of(DEV))).isPresent();
    PolicyGroups delegates = policy(APPROVERS, members, People.NOBODY).groups();
    assertThat(delegates.unreadableApprovers(USE)).isEmpty();
    assertThat(delegates.unreadableDelegates(USE)).isPresent();
    assertThat(delegates.unreadableDelegates()).isPresent();
    assertThat(delegates.unreadableFreezers(Optional.of(DEV))).isEmpty();
    assertThat(policy(APPROVERS, People.NOBODY, members).groups().unreadableReserve(USE))
        .isPresent();
  }

  @Test
  void guardiansAreWhomThePolicyNames() {
    assertThat(Guardians.NONE.exist()).isFalse();
    assertThat(Guardians.NONE.include(ALEX.id())).isFalse();
    Guardians guardians = new Guardians(APPROVERS, 1);
    assertThat(guardians.exist()).isTrue();
    assertThat(guardians.include(MEGAN.id())).isTrue();
    assertThat(guardians.include(ALEX.id())).isFalse();
  }

  @Test
  void whereNoApprovalIsNeededNobodyHasToBeKnown() {
    assertThat(
            policy(members, 0, RoleRule.Substitutes.NOBODY).groups().unreadableApprovers(restore()))
        .isEmpty();
    assertThat(
            policy(members, 1, RoleRule.Substitutes.NOBODY).groups().unreadableApprovers(restore()))
        .isPresent();
  }

  @Test
  void everybodyIsNobodyByName() {
    assertThat(People.of(List.of("*", LEE.id())).all()).containsExactly(LEE.id());
  }

  private PolicyEvaluator policy(People approvers, People delegates, People reserve) {
    return policy(approvers, 1, new RoleRule.Substitutes(delegates, reserve));
  }

  private PolicyEvaluator policy(
      People approvers, int approvals, RoleRule.Substitutes substitutes) {
    RoleRule role =
        new RoleRule(
            People.of(List.of("*")),
            approvers,
            approvals,
            ApprovalWindow.of(Duration.ofDays(1)),
            SafetyBackup.NONE,
            substitutes);
    PolicyInForce inForce =
        new PolicyInForce(
            new Policy(
                List.of(new PolicyRule("All", List.of(), Map.of(USE.role(), role))),
                List.of(group),
                "digest",
                Guardians.NONE,
                Optional.empty(),
                List.of()),
            recorder);
    PolicyRules rules = new PolicyRules(inForce);
    return new PolicyEvaluator(inForce, rules, new PolicyDenial(rules));
  }

  /** Knows nobody, and what it was asked to read. */
  private static final class Recorder implements GroupMembership {
    private final Set<GroupSource> refreshed = new LinkedHashSet<>();

    @Override
    public Listing of(GroupSource source) {
      return Listing.unreadable(Message.of("group.problem.notRead"));
    }

    @Override
    public void refresh(Collection<GroupSource> sources) {
      refreshed.addAll(sources);
    }
  }
}

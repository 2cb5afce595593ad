package dev.holdfast.approval.policy;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.GroupMembership.Listing;
import dev.holdfast.approval.policy.PolicyProperties.SafetyBackup;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.window.ApprovalWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Groups whose members are kept elsewhere, as the policy sees them. */
public class PeopleGroupTest {

  private static final GroupSource SOURCE = new GroupSource(GroupSource.Kind.ENTRA_GROUP, "a1");
  private static final Message WHY = Message.of("group.problem.throttled");

  @Test
  void membersCountAsLongAsTheyAreListed() {
    Stub listed = new Stub(new Listing(Set.of(MEGAN.id()), Set.of(), Optional.empty()));
    PolicyEvaluator policy = evaluator(listed, false);
    assertThat(policy.mayDecide(MEGAN, restore())).isTrue();
    assertThat(policy.denial(ALEX, restore())).isEmpty();
    assertThat(policy.approvers(restore())).containsExactly(MEGAN.id());
    listed.now = new Listing(Set.of(ADELE.id()), Set.of(), Optional.empty());
    assertThat(policy.mayDecide(MEGAN, restore())).isFalse();
    assertThat(policy.mayDecide(ADELE, restore())).isTrue();
  }

  @Test
  void guestsAndUnknownPeopleCountOnlyWhereTheGroupSaysSo() {
    Stub listed = new Stub(new Listing(Set.of(), Set.of(MEGAN.id()), Optional.empty()));
    assertThat(evaluator(listed, false).mayDecide(MEGAN, restore())).isFalse();
    assertThat(evaluator(listed, false).approvers(restore())).isEmpty();
    assertThat(evaluator(listed, true).mayDecide(MEGAN, restore())).isTrue();
    assertThat(evaluator(listed, true).approvers(restore())).containsExactly(MEGAN.id());
  }

  @Test
  void anUnreadableGroupGrantsNothingAndSaysSo() {
    PolicyEvaluator policy = evaluator(new Stub(Listing.unreadable(WHY)), true);
    assertThat(policy.mayDecide(MEGAN, restore())).isFalse();
    assertThat(policy.isNamed(MEGAN)).isFalse();
    assertThat(policy.denial(ALEX, restore()).map(StoredMessage::english))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("owners", "aren't known now", "too much is being read just now"));
  }

  /** Who asks may have the right: that isn't denied for good. */
  @Test
  void aRequesterInAnUnreadableGroupHasLostNothing() {
    PeopleGroup group = group(true);
    PolicyEvaluator policy =
        evaluator(new Stub(Listing.unreadable(WHY)), group, people(group), People.of(ids(MEGAN)));
    assertThat(policy.denial(ALEX, restore())).isPresent();
    assertThat(policy.lastingDenial(ALEX, restore())).isEmpty();
    assertThat(policy.lostRight(ALEX, restore().environments())).isEmpty();
    assertThat(policy.uncertainty(ALEX, restore().environments())).isPresent();
  }

  @Test
  void peopleByIdCountWhateverIsRead() {
    PeopleGroup group = new PeopleGroup("owners", ids(MEGAN), List.of(SOURCE), false);
    PolicyEvaluator policy =
        evaluator(new Stub(Listing.unreadable(WHY)), group, People.of(List.of("*")), people(group));
    assertThat(policy.mayDecide(MEGAN, restore())).isTrue();
    assertThat(policy.denial(ALEX, restore())).isEmpty();
    assertThat(policy.groups().unreadableApprovers(restore())).isPresent();
  }

  @Test
  void whatADecisionDependsOnIsReadAgain() {
    Stub listed = new Stub(Listing.unreadable(WHY));
    evaluator(listed, false).groups().refresh(restore());
    assertThat(listed.refreshed).containsExactly(SOURCE);
  }

  /** Also who has a part only after an escalation, say, may release a task. */
  @Test
  void whoIsNamedForWhateverPartIsReadAgain() {
    Stub listed = new Stub(new Listing(Set.of(MEGAN.id()), Set.of(), Optional.empty()));
    PolicyInForce inForce =
        new PolicyInForce(
            Policies.of(ids(ADELE), 1, ApprovalWindow.of(Duration.ofDays(1)), group(false)),
            listed);
    PolicyRules rules = new PolicyRules(inForce);
    PolicyEvaluator policy = new PolicyEvaluator(inForce, rules, new PolicyDenial(rules));
    assertThat(policy.isNamed(MEGAN)).isTrue();
    policy.groups().refreshNamed();
    assertThat(listed.refreshed).containsExactly(SOURCE);
  }

  public static PolicyEvaluator evaluator(GroupMembership listed, boolean guests) {
    PeopleGroup group = group(guests);
    return evaluator(listed, group, People.of(List.of("*")), people(group));
  }

  private static PolicyEvaluator evaluator(
      GroupMembership listed, PeopleGroup group, People requesters, People approvers) {
    RoleRule role =
        new RoleRule(
            requesters,
            approvers,
            1,
            new ApprovalWindow(Duration.ofDays(1), List.of(), Optional.empty(), Optional.empty()),
            SafetyBackup.NONE,
            RoleRule.Substitutes.NOBODY);
    PolicyRule rule =
        new PolicyRule(
            "All",
            List.of(),
            Stream.of(EnvironmentRole.values()).collect(Collectors.toMap(one -> one, one -> role)));
    PolicyInForce inForce =
        new PolicyInForce(
            new Policy(
                List.of(rule),
                List.of(group),
                "digest",
                Guardians.NONE,
                Optional.empty(),
                List.of()),
            listed);
    PolicyRules rules = new PolicyRules(inForce);
    return new PolicyEvaluator(inForce, rules, new PolicyDenial(rules));
  }

  private static PeopleGroup group(boolean guests) {
    return new PeopleGroup("owners", List.of(), List.of(SOURCE), guests);
  }

  private static People people(PeopleGroup group) {
    return new People(false, List.of(), List.of(group));
  }

  private static List<String> ids(Person person) {
    return List.of(person.id());
  }

  /** Lists what it's told. */
  private static final class Stub implements GroupMembership {
    private final List<GroupSource> refreshed = new ArrayList<>();
    private Listing now;

    private Stub(Listing now) {
      this.now = now;
    }

    @Override
    public Listing of(GroupSource source) {
      return now;
    }

    @Override
    public void refresh(Collection<GroupSource> sources) {
      refreshed.addAll(sources);
    }
  }
}

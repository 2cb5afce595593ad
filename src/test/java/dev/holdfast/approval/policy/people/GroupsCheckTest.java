package dev.holdfast.approval.policy.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.approval.policy.GroupMembership.Listing;
import dev.holdfast.approval.policy.Policy;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.approval.policy.people.GroupMember.Standing;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.Remedy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** What the doctor says of groups. */
class GroupsCheckTest {

  private static final String MEGAN = "00000000-0000-0000-0000-000000000021";
  private static final String ALEX = "00000000-0000-0000-0000-000000000022";
  private static final String POLICY =
      """
      version: 1
      groups:
        owners: {entra-groups: 00000000-0000-0000-0000-0000000000a1}
        named: {people: [%s, %s]}
      rules:
        - name: All
          environments: all
          overwritten: {request: "*", approve: owners}
      """
          .formatted(MEGAN, ALEX);

  private final AccountReader accounts = mock(AccountReader.class);
  private final StoredGroups groups = mock(StoredGroups.class);

  @BeforeEach
  void read() {
    lists(new GroupMember(MEGAN, Standing.REGULAR), new GroupMember(ALEX, Standing.REGULAR));
  }

  private void lists(GroupMember... members) {
    GroupReading reading =
        new GroupReading(Optional.of(Instant.EPOCH), List.of(members), Optional.empty());
    when(groups.reading(any())).thenReturn(reading);
    when(groups.of(any())).thenReturn(reading.listing());
    when(groups.problem(any())).thenReturn(Optional.empty());
  }

  private void fails(GroupProblem problem) {
    when(groups.problem(any())).thenReturn(Optional.of(problem));
    when(groups.of(any())).thenReturn(Listing.unreadable(problem.message()));
  }

  private CheckResult check(String from, String to) {
    assertThat(POLICY).contains(from);
    Policy policy = PolicyFileParser.parse(POLICY.replace(from, to)).policy().orElseThrow();
    return new GroupsCheck(new PolicyInForce(policy.boundTo(groups)), groups, accounts()).check();
  }

  @SuppressWarnings("unchecked")
  private ObjectProvider<AccountReader> accounts() {
    ObjectProvider<AccountReader> provider = mock(ObjectProvider.class);
    when(provider.stream()).thenAnswer(asked -> Stream.of(accounts));
    return provider;
  }

  private CheckResult check() {
    return check("", "");
  }

  @Test
  void isWellWithOneToSpare() {
    assertThat(check().state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void tellsWhatCannotBeReadAndHowToFixIt() {
    for (GroupProblem problem : GroupProblem.values()) {
      fails(problem);
      CheckResult found = check();
      assertThat(found.state()).isEqualTo(CheckStatus.BROKEN);
      assertThat(found.sentence())
          .isEqualTo(
              "These groups can't be read, and grant nothing: entra group"
                  + " 00000000-0000-0000-0000-0000000000a1 (%s).".formatted(problem.words()));
      assertThat(found.remedy().map(Remedy::words))
          .hasValueSatisfying(fix -> assertThat(fix).endsWith("."));
    }
  }

  @Test
  void tellsWhereThereAreTooFewApprovers() {
    lists(new GroupMember(MEGAN, Standing.GUEST));
    assertBroken(check(), "There are fewer approvers than needed in: All (overwritten).");
  }

  @Test
  void tellsWhereThereIsNoneToSpare() {
    lists(new GroupMember(MEGAN, Standing.REGULAR));
    assertWarning(check(), "There is no approver to spare in: All (overwritten).");
  }

  @Test
  void tellsWhereTheOnlyApproverIsTheOnlyRequester() {
    lists(new GroupMember(MEGAN, Standing.REGULAR));
    assertBroken(
        check("request: \"*\"", "request: " + MEGAN),
        "There is one approver, who alone may request, in: All (overwritten).");
  }

  @Test
  void tellsOfDisabledAccountsAndAllElse() {
    lists(new GroupMember(MEGAN, Standing.REGULAR), new GroupMember(ALEX, Standing.DISABLED));
    assertWarning(
        check(),
        "There is no approver to spare in: All (overwritten). Disabled accounts are in groups of"
            + " the policy, and don't count: "
            + ALEX
            + ".");
  }

  @Test
  void tellsWhereNobodyIsInTheSecondGroup() {
    lists();
    assertWarning(
        check("approve: owners", "approve: named, escalate: {after: 50%, to: owners}"),
        "There is nobody in the second group in: All (overwritten).");
  }

  @Test
  void tellsWhereApproversCanDelegateToNobody() {
    lists();
    assertWarning(
        check("approve: owners", "approve: named, delegates: owners"),
        "There is nobody to delegate to in: All (overwritten).");
  }

  @Test
  void saysNothingOfRulesThatNeedNoApproval() {
    lists();
    assertThat(check("approve: owners", "approve: owners, approvals: 0").state())
        .isEqualTo(CheckStatus.OK);
  }

  @Test
  void tellsOfDisabledAccountsThatThePolicyNames() {
    when(accounts.unusable(List.of(MEGAN, ALEX))).thenReturn(List.of(ALEX));
    assertWarning(
        check(), "The policy names people whose accounts are disabled or gone: " + ALEX + ".");
  }

  @Test
  void tellsThatAccountsWereNotRead() {
    when(accounts.unusable(any()))
        .thenThrow(new GroupReadException(GroupProblem.FORBIDDEN, "Graph answered 403"));
    assertWarning(
        check(),
        "Whether the accounts of the people whom the policy names are disabled wasn't read:"
            + " Holdfast lacks the permission to read it.");
  }

  private static void assertBroken(CheckResult found, String sentence) {
    assertThat(found.state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(found.sentence()).isEqualTo(sentence);
  }

  private static void assertWarning(CheckResult found, String sentence) {
    assertThat(found.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found.sentence()).isEqualTo(sentence);
  }
}

package dev.holdfast.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.State;
import dev.holdfast.doctor.Verdict;
import dev.holdfast.notice.UndeliverableException.Reason;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether those who decide see what is posted for them. */
class ApproversChannelCheckupTests {

  private static final List<String> APPROVERS = List.of(Samples.MEGAN.id(), "id-nobody-knows");

  private final FakePeople people = new FakePeople().know(Samples.MEGAN, "UTC");

  @Test
  void withoutAChannelThereIsNothingToLookAt() {
    Roster never =
        (conversation, ids) -> {
          throw new AssertionError("nobody is asked");
        };

    for (Optional<String> none : List.of(Optional.<String>empty(), Optional.of(" "))) {
      assertThat(check(none, never))
          .isEqualTo(
              Verdict.ok(
                  "Not needed: holdfast.notices.approvers-channel is not set, so approvers get each"
                      + " card in person."));
    }
  }

  @Test
  void allOfThemMayBeThere() {
    assertThat(check(missing(List.of())))
        .isEqualTo(Verdict.ok("All 2 approver(s) whom the policy names are members of it."));
  }

  @Test
  void whoIsNotThereIsNamedWhereTheNameIsKnown() {
    Verdict verdict = check(missing(APPROVERS));

    assertThat(verdict.state()).isEqualTo(State.WARNING);
    assertThat(verdict.sentence())
        .isEqualTo(
            "Of the 2 approver(s) whom the policy names, 2 are no members of it and see no card"
                + " there: Megan Bowen, id-nobody-knows.");
    assertThat(verdict.remedy().orElseThrow().words()).contains("holdfast.policy");
  }

  @Test
  void aChannelThatHoldfastIsNotInIsBroken() {
    Verdict verdict = check(fails(Reason.UNREACHABLE, Hindrance.REMOVED));

    assertThat(verdict.state()).isEqualTo(State.BROKEN);
    assertThat(verdict.sentence())
        .isEqualTo("Holdfast cannot post there: Holdfast is not a member there.");
    assertThat(verdict.remedy().orElseThrow().words())
        .contains("add the Holdfast app", "holdfast.notices.approvers-channel");
  }

  @Test
  void whatTeamsDoesNotSayIsNotHeldAgainstAnybody() {
    assertThat(check(fails(Reason.LATER, Hindrance.TOO_LONG)).state()).isEqualTo(State.SKIPPED);
    assertThat(check(fails(Reason.NOT_YET, Hindrance.TOO_LONG)).state()).isEqualTo(State.SKIPPED);
    Verdict unheard = check(fails(Reason.UNREACHABLE, Hindrance.NO_WAY));
    assertThat(unheard.state()).isEqualTo(State.SKIPPED);
    assertThat(unheard.sentence())
        .isEqualTo("Who its members are could not be asked: Teams said so.");
  }

  private static Roster missing(List<String> missing) {
    return (conversation, ids) -> {
      assertThat(conversation).isEqualTo(new Address.Conversation("channel"));
      assertThat(ids).isEqualTo(APPROVERS);
      return missing;
    };
  }

  private static Roster fails(Reason reason, Hindrance hindrance) {
    return (conversation, ids) -> {
      throw new UndeliverableException(reason, hindrance, "Teams said so", Optional.empty());
    };
  }

  private Verdict check(Roster roster) {
    return check(Optional.of("channel"), roster);
  }

  private Verdict check(Optional<String> channel, Roster roster) {
    NoticeProperties properties =
        new NoticeProperties(channel, Duration.ofSeconds(5), Duration.ofDays(3));
    return new ApproversChannelCheckup(properties, () -> APPROVERS, roster, people).check();
  }
}

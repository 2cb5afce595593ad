package dev.holdfast.chat.calendar;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestDetails.Submission;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What {@code calendar} shows of requests and freezes. It's Friday, 10:00 in UTC. */
class CalendarCommandTests {

  @AutoClose private final ChatBench bench = new ChatBench();
  private int drafts;

  private Request planned(OperationSpec spec, Instant start) {
    RequestDetails usual = Samples.details(spec, 1, "draft-" + drafts++);
    Submission sent = usual.submission();
    return bench.bench.add(
        Request.submit(
            bench.bench.requests().nextId(),
            new RequestDetails(
                usual.spec(),
                usual.requester(),
                usual.reason(),
                usual.warnings(),
                new Submission(
                    sent.draft(),
                    sent.zone(),
                    sent.origin(),
                    sent.at(),
                    false,
                    Optional.empty(),
                    Optional.of(new PlannedStart(start, Duration.ofHours(1)))),
                usual.approvalTerms(),
                RequestDetails.DIGEST_VERSION,
                Optional.empty())));
  }

  private String calendar(ChatUser who) {
    return ChatBench.text(
        bench.answer(new IncomingMessage("activity", who, OWN, "calendar")).card().orElseThrow());
  }

  @Test
  void withNothingPlannedItSaysSo() {
    assertThat(calendar(ALEX)).contains("Nothing is planned in the next seven days.");
  }

  @Test
  void plannedStartsAreOnTheDayOfTheirReader() {
    Request backup = planned(Samples.backup(), Instant.parse("2026-11-21T23:30:00Z"));
    assertThat(calendar(ALEX))
        .contains(
            "Sunday 22 November",
            "from 00:30 **Backup " + backup.id(),
            "Contoso UAT · not approved yet",
            "Times are in Europe/Berlin.");
    assertThat(calendar(MEGAN)).contains("Saturday 21 November", "from 18:30");
  }

  @Test
  void whatIsLaterThanSevenDaysOrOverIsLeftOut() {
    planned(Samples.backup(), NOW.plus(Duration.ofDays(7)));
    planned(Samples.backup(), NOW.minus(Duration.ofMinutes(61)));
    assertThat(calendar(ALEX)).contains("Nothing is planned");
  }

  @Test
  void twoStartsOnOneEnvironmentAreMarkedWhereTheyOverlap() {
    Instant start = NOW.plus(Duration.ofHours(12));
    Request one = planned(Samples.restore(), start);
    Request other = planned(Samples.backup(), start);
    planned(Samples.backup(), start.plus(Duration.ofDays(1)));
    assertThat(calendar(ALEX))
        .contains("Overlaps " + one.id() + ".", "Overlaps " + other.id() + ".")
        .containsPattern("(?s)Overlaps.*Overlaps")
        .doesNotContainPattern("(?s)Overlaps.*Overlaps.*Overlaps");
  }

  @Test
  void aFreezeIsShownAndMarksTheStartsInIt() {
    planned(Samples.backup(), NOW.plus(Duration.ofHours(2)));
    bench
        .bench
        .get(FreezeService.class)
        .start(Optional.of(UAT), MEGAN.person(), "release", NOW.plus(Duration.ofHours(3)));
    assertThat(calendar(ALEX))
        .contains("11:00–14:00 **Freeze: release", "Nothing starts then because of a freeze.");
    bench.bench.clock.advance(Duration.ofHours(3));
    assertThat(calendar(ALEX)).doesNotContain("Freeze");
  }
}

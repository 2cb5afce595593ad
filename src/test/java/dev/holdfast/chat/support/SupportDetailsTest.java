package dev.holdfast.chat.support;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.CardRenderer;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.verification.ServiceError;
import dev.holdfast.testing.MovedRequests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text for Microsoft Support has IDs, times in UTC, and the service's words, and no more. */
class SupportDetailsTest {

  private final Request request = MovedRequests.running(restore());

  @Test
  void itSaysWhatTheSupportAsksFor() {
    request.mainStep().observe(progress("Failed"), LATER);
    request
        .mainStep()
        .fail(
            new Outcome(
                LATER,
                Message.plain("no"),
                Optional.of("RestoreFailed: locked"),
                Optional.of("correlation-7"),
                true));
    request
        .completed()
        .targetSeen(
            new TargetObservation(LATER, "Ready, AdminMode", Optional.empty(), Optional.empty()));
    request
        .completed()
        .serviceErrorsRead(
            List.of(
                new ServiceError(
                    ServiceError.Source.OPERATION_ERRORS,
                    "Restore",
                    "SyncDatabase",
                    "DataSyncFailed",
                    "The *sync* didn't end.",
                    Optional.of(Instant.parse("2026-11-20T09:08:07.123Z")),
                    "correlation-8")),
            LATER);
    assertThat(lines())
        .contains(
            "Operation: restore",
            "State of the request: FAILED",
            "Environment (DATA_LEAVES): " + UAT.id(),
            "Environment (OVERWRITTEN): " + DEV.id(),
            "Status: Failed",
            "State of the environment: Ready, AdminMode",
            "Correlation ID: correlation-7",
            "Response: RestoreFailed: locked",
            "Error: 2026-11-20T09:08:07Z correlation-8 DataSyncFailed: The *sync* didn't end."
                + " (Restore, SyncDatabase)");
    assertThat(String.join("\n", lines())).doesNotContain(DEV.displayName(), "Alex");
  }

  @Test
  void whatIsNotKnownIsNotMentioned() {
    assertThat(lines()).noneMatch(line -> line.endsWith(": ") || line.contains("Error"));
  }

  @Test
  void onTheCardItIsDataAndNoMarkdown() {
    String card =
        new CardRenderer()
            .render(new SupportDetailsView("R-1", List.of("Error: [x](http://evil) *b*")))
            .json()
            .toString();
    assertThat(card).contains("\\\\[x\\\\]").doesNotContain("[x](http");
  }

  private List<String> lines() {
    return SupportDetails.of(request).stream().map(StoredMessage::english).toList();
  }
}

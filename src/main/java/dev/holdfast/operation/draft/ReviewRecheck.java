package dev.holdfast.operation.draft;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightResult;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.TicketForm;
import dev.holdfast.operation.start.StartConflicts;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks again what was reviewed while the service hadn't ended its own check. */
@Component
class ReviewRecheck {

  private static final Logger log = LoggerFactory.getLogger(ReviewRecheck.class);

  private final OperationCatalog operations;
  private final PreflightService preflight;
  private final Clock clock;

  ReviewRecheck(OperationCatalog operations, PreflightService preflight, Clock clock) {
    this.operations = operations;
    this.preflight = preflight;
    this.clock = clock;
  }

  /** Whether nobody can submit the review any more. */
  boolean isTooLate(ReviewedDraft draft) {
    return clock.instant().isAfter(draft.reviewedAt().plus(DraftSubmission.GOOD_FOR));
  }

  /** With what is found now; empty while the service is still checking, or doesn't answer. */
  Optional<ReviewedDraft> of(ReviewedDraft draft) {
    try {
      PreflightResult found = operations.of(draft.work()).beforeTheCall(preflight);
      Stream<Finding> offered =
          draft.checks().stream()
              .filter(
                  check ->
                      ServiceValidation.isAboutCandidates(check)
                          || TicketForm.isAboutTicket(check)
                          || StartConflicts.isAboutStart(check));
      return Optional.of(
              draft.found(
                  Stream.concat(preflight.reviewed(found).stream(), offered).toList(),
                  clock.instant()))
          .filter(newer -> !newer.stillChecking());
    } catch (AdminApiException e) {
      log.info("A review can't be brought up to date yet: {}", e.forLog());
      return Optional.empty();
    }
  }
}

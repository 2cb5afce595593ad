package dev.holdfast.chat.support;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.diagnosis.RequestErrors;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.verification.FinOpsActivity;
import dev.holdfast.request.verification.ServiceError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Microsoft Support asks for, line by line: IDs, instants in UTC as the service writes them,
 * and its own words. The names and reasons that people wrote aren't in it.
 */
final class SupportDetails {

  /** Cards have a limit. */
  private static final int ERRORS = 8;

  private final List<Message> lines = new ArrayList<>();

  private SupportDetails() {}

  static List<Message> of(Request request) {
    SupportDetails details = new SupportDetails();
    details.addRequest(request);
    request.progress().ifPresent(details::addOperation);
    details.addVerification(request);
    request.outcome().ifPresent(details::addOutcome);
    RequestErrors.of(request).stream().limit(ERRORS).forEach(details::addError);
    return details.lines;
  }

  private void addRequest(Request request) {
    add("supportDetails.operation", request.details().spec().kind());
    add("supportDetails.state", request.state().name());
    for (EnvironmentUse use : request.details().spec().environments()) {
      lines.add(
          Message.of(
              "supportDetails.environment",
              "role",
              use.role().name(),
              "value",
              Message.plain(use.environment().id())));
    }
    add("supportDetails.ordered", request.mainStep().startCommittedAt());
  }

  private void addOperation(OperationProgress progress) {
    add("supportDetails.operationId", progress.operationId().orElse(""));
    add("supportDetails.status", progress.serviceStatus());
    add("supportDetails.started", Optional.of(progress.startedAt()));
    add("supportDetails.seen", Optional.of(progress.seenAt()));
    add(
        "supportDetails.stages",
        progress.stages().stream().map(SupportDetails::stage).collect(Collectors.joining("; ")));
  }

  private static String stage(OperationStage stage) {
    return Stream.concat(
            Stream.of(stage.name(), stage.serviceStatus()),
            stage.endedAt().or(stage::startedAt).map(SupportDetails::utc).stream())
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining(" "));
  }

  private void addVerification(Request request) {
    add("supportDetails.succeeded", request.verificationStartedAt());
    add("supportDetails.dataverseReady", request.completed().finOps().environmentReadyAt());
    add("supportDetails.sourceVersion", request.completed().finOps().sourceVersion().orElse(""));
    request.completed().finOps().activity().ifPresent(this::addActivity);
    request.completed().targetObservation().ifPresent(this::addTarget);
  }

  private void addActivity(FinOpsActivity latest) {
    add(
        "supportDetails.history",
        Stream.concat(
                latest.since().map(SupportDetails::utc).stream(),
                Stream.of(latest.name(), latest.status()))
            .filter(word -> !word.isBlank())
            .collect(Collectors.joining(" ")));
  }

  private void addTarget(TargetObservation seen) {
    add(
        "supportDetails.target",
        Stream.concat(
                Stream.of(seen.state()),
                seen
                    .financeAndOperations()
                    .flatMap(TargetObservation.FinanceAndOperations::state)
                    .stream())
            .filter(word -> !word.isBlank())
            .collect(Collectors.joining(", ")));
  }

  private void addOutcome(Outcome end) {
    add("supportDetails.ended", Optional.of(end.at()));
    add("supportDetails.correlationId", end.correlationId().orElse(""));
    add("supportDetails.response", end.serviceMessage().orElse(""));
  }

  private void addError(ServiceError error) {
    add(
        error.source() == ServiceError.Source.OPERATION_HISTORY
            ? "supportDetails.history"
            : "supportDetails.error",
        Stream.concat(
                error.failedAt().map(SupportDetails::utc).stream(),
                Stream.of(error.correlationId(), error.words()))
            .filter(word -> !word.isBlank())
            .collect(Collectors.joining(" ")));
  }

  private void add(String code, Optional<Instant> at) {
    add(code, at.map(SupportDetails::utc).orElse(""));
  }

  /** What the service didn't say isn't mentioned. */
  private void add(String code, String value) {
    if (!value.isBlank()) {
      lines.add(Message.of(code, "value", Message.plain(value)));
    }
  }

  private static String utc(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

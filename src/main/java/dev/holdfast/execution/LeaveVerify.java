package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.operation.EnvironmentObservation;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** VERIFYING: only the environment itself shows that administration mode is left. */
@Component
class LeaveVerify implements StateHandler {

  private final AdminApi api;
  private final RequestUpdater changes;
  private final LeavePatience patience;

  LeaveVerify(AdminApi api, RequestUpdater changes, LeavePatience patience) {
    this.api = api;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> handle(Request request) {
    Instant since =
        request.leaving().wish().progress().map(OperationProgress::seenAt).orElseThrow();
    try {
      Environment environment = api.environment(request.details().spec().affected().id());
      if (!EnvironmentObservation.isEnabled(environment)) {
        String state = environment.runtimeState().orElse("not reported");
        return patience.waitOrGiveUp(
            request,
            since,
            "%s doesn't show it yet (the runtime state is %s)."
                .formatted(environment.displayName(), state));
      }
      Optional<String> background = environment.backgroundOperations();
      if (background.filter("Enabled"::equalsIgnoreCase).isEmpty() && !patience.showsAfter(since)) {
        return patience.waitOrGiveUp(request, since, background(environment));
      }
      changes.save(request, request.leaving().done(left(environment), background, changes.now()));
      return DONE;
    } catch (AdminApiException e) {
      return patience.waitOrGiveUp(request, since, "The environment cannot be read.", e);
    }
  }

  static String left(Environment environment) {
    return environment.displayName()
        + " is out of administration mode (the runtime state is %s). "
            .formatted(environment.runtimeState().orElse("not reported"))
        + background(environment);
  }

  /** The service can leave them off although it was told to turn them on (rule R44). */
  static String background(Environment environment) {
    return environment
        .backgroundOperations()
        .map(
            word ->
                word.equalsIgnoreCase("Enabled")
                    ? "Background operations are on."
                    : "Background operations aren't on (their state is %s).".formatted(word))
        .orElse("Power Platform doesn't report whether background operations are on.");
  }
}

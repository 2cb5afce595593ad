package dev.holdfast.execution;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiException;
import dev.holdfast.platform.Environment;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** VERIFYING: only the environment itself shows that administration mode is left. */
@Component
class LeaveVerify implements Step {

  private final AdminApi api;
  private final Changes changes;
  private final LeavePatience patience;

  LeaveVerify(AdminApi api, Changes changes, LeavePatience patience) {
    this.api = api;
    this.changes = changes;
    this.patience = patience;
  }

  @Override
  public Optional<Duration> take(Request request) {
    Instant since = request.leaving().wish().progress().map(Progress::seenAt).orElseThrow();
    try {
      Environment environment = api.environment(request.terms().work().affected().id());
      if (ModeLook.isEnabled(environment)) {
        changes.save(request, request.leaving().done(left(environment), changes.now()));
        return DONE;
      }
      String state = environment.runtimeState().orElse("nothing of its state");
      return patience.waitOrGiveUp(
          request,
          since,
          environment.displayName() + " does not show it yet; the service says " + state + ".");
    } catch (AdminApiException e) {
      return patience.waitOrGiveUp(request, since, "The environment cannot be read.", e);
    }
  }

  static String left(Environment environment) {
    return environment.displayName()
        + " has left administration mode: everybody gets in again, and background operations run.";
  }
}

package dev.holdfast.execution.guard;

import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether a replica that takes a call over waits until the call can't be sent any more. */
@Component
class CallTimesStartupCheck implements StartupCheck {

  private static final String SETTING = "holdfast.execution.takeover-delay";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    try {
      Binder binder = Binder.get(environment);
      CallProperties calls = binder.bindOrCreate("holdfast.execution", CallProperties.class);
      Duration longest =
          calls.longestCall(
              binder.bindOrCreate(
                  "holdfast.admin-api.timeouts", AdminApiProperties.Timeouts.class));
      return calls.takeoverDelay().compareTo(longest) > 0
          ? List.of()
          : List.of(problem(calls.takeoverDelay(), longest));
    } catch (BindException e) {
      return List.of(); // said of the setting that can't be read
    }
  }

  private static SettingProblem problem(Duration delay, Duration longest) {
    return new SettingProblem(
        SETTING,
        "%d s isn't longer than the %d s that a call may take from its checks to its answer, so two replicas could make the same call"
            .formatted(delay.toSeconds(), longest.toSeconds()),
        "Set it to more than holdfast.execution.max-check-age,"
            + " holdfast.admin-api.timeouts.connect, and holdfast.admin-api.timeouts.read"
            + " together.");
  }
}

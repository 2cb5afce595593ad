package dev.holdfast.execution;

import dev.holdfast.request.RequestId;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the leaving of administration mode one step further, wherever it is found. */
@Component
class LeaveDrive {

  private final RequestRepository requests;
  private final Map<Phase, StateHandler> steps;

  LeaveDrive(
      RequestRepository requests,
      LeaveSetOut setOut,
      LeaveResume resume,
      LeaveFollow follow,
      LeaveVerify verify) {
    this.requests = requests;
    this.steps =
        Map.of(
            Phase.ASKED, setOut,
            Phase.STARTING, resume,
            Phase.RUNNING, follow,
            Phase.VERIFYING, verify);
  }

  /** How long to wait before the next step; empty when there is none. */
  Optional<Duration> step(RequestId id) {
    return requests
        .find(id)
        .flatMap(
            request ->
                request
                    .administrationMode()
                    .map(TargetAdminMode::phase)
                    .map(steps::get)
                    .flatMap(step -> step.handle(request)));
  }
}

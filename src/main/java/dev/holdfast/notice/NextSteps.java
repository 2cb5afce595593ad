package dev.holdfast.notice;

import dev.holdfast.request.Ending;
import dev.holdfast.request.Request;
import dev.holdfast.request.Work;
import java.util.List;

/** What there is to do when a request has ended, after the documentation's pages on restore. */
final class NextSteps {

  private NextSteps() {}

  static List<String> of(Request request) {
    Work work = request.terms().work();
    String name = work.affected().displayName();
    return switch (request.state()) {
      case SUCCEEDED -> work instanceof Work.Restore ? afterRestore(name) : afterBackup(name);
      case FAILED ->
          request.ending().filter(Ending::started).isPresent()
              ? afterFailure(name)
              : afterRefusal();
      case UNKNOWN ->
          List.of(
              "Look at the operations of " + name + " in the Power Platform admin center.",
              "Holdfast does not call the service again for this request. When it is clear what happened, ask for a new one if it is needed.");
      case VOIDED, EXPIRED ->
          List.of("Nothing was changed. Ask for a new request if it is still needed.");
      case REJECTED -> List.of("Nothing was changed. Talk to the approver before you ask again.");
      case AWAITING_APPROVAL, APPROVED, STARTING, RUNNING, VERIFYING, CANCELLED -> List.of();
    };
  }

  /** Rules R20 to R22. */
  private static List<String> afterRestore(String name) {
    return List.of(
        name
            + " is in administration mode: only administrators get in. Check it, then leave the mode in the Power Platform admin center.",
        "Cloud flows are off. Turn on those you need, and give their connection references new connections.",
        "Enable the users in finance and operations, and set again what belongs to the environment: email, batch jobs, integration endpoints.",
        "Look through custom connectors and shared canvas apps.");
  }

  /** Rule R5. */
  private static List<String> afterBackup(String name) {
    return List.of("Wait 15 minutes before " + name + " is restored from this backup.");
  }

  /** Rule R25. */
  private static List<String> afterFailure(String name) {
    return List.of(
        "Do not use "
            + name
            + " before you have looked at it: it may be half restored or disabled.",
        "Wait 30 minutes, then ask for the restore again.",
        "If it fails again, "
            + name
            + " can be reset, deleted, or be the target of another copy or restore.",
        "Microsoft support will ask for the service's words and the ids on this card.");
  }

  private static List<String> afterRefusal() {
    return List.of("Mend what the service names, then ask for a new request.");
  }
}

package dev.holdfast.notification.card;


import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Request;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.TargetAdminMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to do when a request has ended, after the documentation's pages on restore. */
public final class NextStepsProvider {

  private NextStepsProvider() {}

  /** For a message that stands apart from the request's card. */
  static List<String> of(Request request) {
    return of(request, "choose Leave administration mode on the card of " + request.id());
  }

  /**
   * For the request's own card, on which not everybody has the button.
   *
   * @param inTheWay why nobody can turn off administration mode, in words; empty when it's possible
   */
  static List<String> of(Request request, Reader reader, Optional<String> inTheWay) {
    if (inTheWay.isPresent()) {
      return of(request, "");
    }
    return switch (reader) {
      case DECIDES, ASKED, INVOLVED -> of(request, "choose Leave administration mode");
      case EVERYBODY ->
          of(
              request,
              "choose Show what I can do on this card, and there Leave administration mode");
      case LOOKS_ON ->
          of(
              request,
              "its requester or an approver chooses Leave administration mode on the card of "
                  + request.id());
    };
  }

  private static List<String> of(Request request, String toLeave) {
    OperationSpec work = request.details().spec();
    String name = work.affected().displayName();
    return switch (request.state()) {
      case SUCCEEDED ->
          work instanceof OperationSpec.Restore
              ? afterRestore(request, name, toLeave)
              : afterBackup(name);
      case FAILED ->
          request.outcome().filter(Outcome::serviceStarted).isPresent()
              ? afterFailure(request, name)
              : afterRefusal();
      case UNKNOWN ->
          request.resolution().isNeeded()
              ? withWayBack(
                  request,
                  "Look at the operations of " + name + " in the Power Platform admin center.",
                  "Then an approver settles on the card of "
                      + request.id()
                      + " what happened. Until then Holdfast starts nothing else on "
                      + name
                      + ", and does not call again by itself.")
              : withWayBack(request, "If it is still needed, ask for a new request.");
      case VOIDED, EXPIRED ->
          List.of("Nothing was changed. Ask for a new request if it is still needed.");
      case REJECTED -> List.of("Nothing was changed. Talk to the approver before you ask again.");
      case AWAITING_APPROVAL, APPROVED, SAFETY_BACKUP, STARTING, RUNNING, VERIFYING, CANCELLED ->
          List.of();
    };
  }

  /** What there is to do when administration mode was left. */
  static List<String> afterLeaving(Request request) {
    boolean on =
        request.administrationMode().flatMap(TargetAdminMode::backgroundOperationsOn).orElse(false);
    String name = request.details().spec().affected().displayName();
    return on
        ? List.of()
        : List.of(
            "Check background operations "
                + ModeWords.inTheAdminCenter(name)
                + ", and turn them on if they're off.");
  }

  /** What there is to do when administration mode could not be left. */
  static List<String> afterLeavingFailed(Request request) {
    String name = request.details().spec().affected().displayName();
    boolean again = request.administrationMode().filter(TargetAdminMode::leavable).isPresent();
    String alone = ModeWords.inTheAdminCenter(name) + ".";
    return List.of(
        again
            ? "Ask again on the card of " + request.id() + ", or leave the mode " + alone
            : "Leave the mode " + alone);
  }

  /** Rules R20 to R22. */
  private static List<String> afterRestore(Request request, String name, String toLeave) {
    List<String> steps = new ArrayList<>(aboutTheMode(request, name, toLeave));
    steps.add(
        "A restore turns off cloud flows. Turn on those you need, and give their connection"
            + " references new connections.");
    steps.add(
        "Holdfast doesn't check finance and operations. Enable the users in finance and operations,"
            + " and set again what belongs to the environment: email, batch jobs, integration"
            + " endpoints.");
    steps.add("Look through custom connectors and shared canvas apps.");
    return withWayBack(request, steps.toArray(String[]::new));
  }

  private static List<String> aboutTheMode(Request request, String name, String toLeave) {
    if (request.administrationMode().isEmpty()) {
      return List.of(
          "If "
              + name
              + " is in administration mode, check it, then leave the mode "
              + ModeWords.inTheAdminCenter(name)
              + ".");
    }
    TargetAdminMode mode = request.administrationMode().get();
    String check =
        "Check "
            + name
            + " while only administrators get in, e-mail settings and batch jobs first. ";
    return switch (mode.phase()) {
      case ON -> {
        if (mode.leave().isPresent()) {
          yield afterLeavingFailed(request);
        }
        if (toLeave.isEmpty()) {
          yield List.of();
        }
        yield List.of(
            check
                + (mode.leavable()
                    ? "Then " + toLeave + "."
                    : "Then leave administration mode " + ModeWords.inTheAdminCenter(name) + "."));
      }
      case ASKED, STARTING, RUNNING, VERIFYING ->
          List.of("Wait until " + name + " has left administration mode; Holdfast tells you.");
      case LEFT -> afterLeaving(request);
    };
  }

  /** Rule R5. */
  private static List<String> afterBackup(String name) {
    return List.of("Wait 15 minutes before " + name + " is restored from this backup.");
  }

  /** Rule R25. */
  private static List<String> afterFailure(Request request, String name) {
    return withWayBack(
        request,
        "Do not use "
            + name
            + " before you have looked at it: it may be half restored or disabled.",
        "From "
            + request.completed().restorableFrom()
            + " on, ask for the restore again: half an hour after a failure.",
        "If it fails again, "
            + name
            + " can be reset, deleted, or be the target of another copy or restore.",
        "Microsoft support will ask for the service's words and the ids on this card.");
  }

  /** The same, and how to undo it where there is a safety backup. */
  private static List<String> withWayBack(Request request, String... steps) {
    String name = request.details().spec().affected().displayName();
    Stream<String> back =
        request.safetyBackup().flatMap(SafetyBackup::created).stream()
            .map(
                kept ->
                    "To go back to %s as it was before, write undo %s while its safety backup is kept."
                        .formatted(name, request.id()));
    return Stream.concat(Stream.of(steps), back).toList();
  }

  private static List<String> afterRefusal() {
    return List.of("Mend what the service names, then ask for a new request.");
  }
}

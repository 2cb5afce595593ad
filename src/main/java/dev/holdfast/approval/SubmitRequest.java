package dev.holdfast.approval;

import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.OperationSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A form that was sent.
 *
 * @param draft the form's id; sent twice it is one request
 * @param origin where it was sent
 * @param warnings the amber findings that the requester saw
 * @param asked what else was said with it
 */
public record SubmitRequest(
    String draft,
    Person requester,
    ZoneId zone,
    OperationSpec spec,
    String reason,
    RequestOrigin origin,
    List<AcceptedWarning> warnings,
    Asked asked) {

  /** Like most. */
  public SubmitRequest(
      String draft,
      Person requester,
      ZoneId zone,
      OperationSpec spec,
      String reason,
      RequestOrigin origin,
      List<AcceptedWarning> warnings) {
    this(draft, requester, zone, spec, reason, origin, warnings, Asked.NOTHING);
  }

  /**
   * How a request differs from most.
   *
   * @param emergency whether it starts with the approvals of an emergency
   * @param shownAsRehearsal whether its form said that it's a rehearsal, so that it is one whatever
   *     the setting says now
   * @param ticket the change ticket that has to allow it; empty for none
   * @param start when it is to start; empty for as soon as possible
   */
  public record Asked(
      boolean emergency,
      boolean shownAsRehearsal,
      Optional<String> ticket,
      Optional<PlannedStart> start) {

    static final Asked NOTHING = new Asked(false, false, Optional.empty(), Optional.empty());

    /** With a ticket and a planned start, if any, and otherwise like most. */
    public static Asked of(Optional<String> ticket, Optional<PlannedStart> start) {
      return new Asked(false, false, ticket, start);
    }
  }

  public boolean emergency() {
    return asked.emergency();
  }

  public boolean shownAsRehearsal() {
    return asked.shownAsRehearsal();
  }

  public Optional<String> ticket() {
    return asked.ticket();
  }

  public Optional<PlannedStart> start() {
    return asked.start();
  }
}

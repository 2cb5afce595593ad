package dev.holdfast.approval;

import dev.holdfast.request.AcceptedWarning;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestOrigin;
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
   */
  public record Asked(boolean emergency, boolean shownAsRehearsal, Optional<String> ticket) {

    static final Asked NOTHING = new Asked(false, false, Optional.empty());

    /** With a ticket, if any, and otherwise like most. */
    public static Asked of(Optional<String> ticket) {
      return new Asked(false, false, ticket);
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
}

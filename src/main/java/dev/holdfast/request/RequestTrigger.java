package dev.holdfast.request;

/** What moves a request besides the events of its steps. */
public enum RequestTrigger {
  SUBMITTED("be submitted", RequestEventType.SUBMITTED),
  APPROVED("be approved", RequestEventType.APPROVED),
  APPROVAL_WITHDRAWN("have an approval withdrawn", RequestEventType.APPROVAL_WITHDRAWN),
  REOPENED("be approved once more", RequestEventType.REOPENED),
  REJECTED("be rejected", RequestEventType.REJECTED),
  ESCALATED("escalate", RequestEventType.ESCALATED),
  EXPIRED("expire", RequestEventType.EXPIRED),
  CANCELLED("be cancelled", RequestEventType.CANCELLED),
  VOIDED("be voided", RequestEventType.VOIDED),
  REHEARSED("end as a rehearsal", RequestEventType.REHEARSED),
  MISSED("miss its start", RequestEventType.MISSED),
  WAITED("wait", RequestEventType.WAITING),
  QUEUED("wait in line", RequestEventType.WAITING),
  DEQUEUED("have its turn", RequestEventType.WAITING),
  FINOPS_LATE("report that its apps are late", RequestEventType.FINANCE_AND_OPERATIONS_LATE),
  OPERATION_NAMED("be resolved as an operation", RequestEventType.SETTLED),
  CALL_PROPOSED("be proposed to be called again", RequestEventType.SETTLED),
  OPERATION_NOT_FOUND("be looked up", RequestEventType.SETTLING_FAILED),
  GIVEN_UP("be given up", RequestEventType.SETTLED),
  TARGET_SEEN("have its target seen", RequestEventType.TARGET_SEEN),
  SERVICE_ERRORS_READ("have its errors read", RequestEventType.SERVICE_ERRORS_READ),
  ADMIN_MODE_SEEN("be seen in administration mode", RequestEventType.IN_ADMIN_MODE),
  REVIEWED("be reviewed as an emergency", RequestEventType.REVIEWED);

  private final String words;
  private final RequestEventType type;

  RequestTrigger(String words, RequestEventType type) {
    this.words = words;
    this.type = type;
  }

  /** What a request can't do where this doesn't fit. */
  String words() {
    return words;
  }

  /** What is told of it. */
  RequestEventType type() {
    return type;
  }

  /** Whether the request goes on; not where it says why it waits, or what somebody thinks of it. */
  boolean endsWait() {
    return type != RequestEventType.WAITING && this != REVIEWED;
  }
}

package dev.holdfast.request.diagnosis;

import dev.holdfast.message.Message;

/** What is behind an error, and what to do next. The table {@code diagnoses.yaml} names these. */
public enum Diagnosis {
  NO_CAPACITY("diagnosis.noCapacity", "diagnosis.noCapacity.next"),
  BUSY("diagnosis.busy", "diagnosis.busy.next"),
  NOT_READY("diagnosis.notReady", "diagnosis.notReady.next"),
  NOT_FOUND("diagnosis.notFound", "diagnosis.notFound.next"),
  NOT_KNOWN_YET("diagnosis.notKnownYet", "diagnosis.notKnownYet.next"),
  THROTTLED("diagnosis.throttled", "diagnosis.throttled.next"),
  NOT_ALLOWED("diagnosis.notAllowed", "diagnosis.notAllowed.next"),
  NO_LICENSE("diagnosis.noLicense", "diagnosis.noLicense.next"),
  NOT_ACCEPTED("diagnosis.notAccepted", "diagnosis.notAccepted.next"),
  OUTDATED("diagnosis.outdated", "diagnosis.outdated.next");

  private final Message message;
  private final Message next;

  Diagnosis(String message, String next) {
    this.message = Message.of(message);
    this.next = Message.of(next);
  }

  /** What is behind it. */
  public Message message() {
    return message;
  }

  /** What to do next. */
  public Message next() {
    return next;
  }
}

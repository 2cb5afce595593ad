package dev.holdfast.request;

import dev.holdfast.message.Message;

/** The states of a request's life. */
public enum RequestState {
  AWAITING_APPROVAL(
      "awaiting approval", "requestState.awaitingApproval", "requestState.awaitingApproval.title"),
  APPROVED("approved", "requestState.approved", "requestState.approved.title"),
  /** The target is backed up before it is overwritten, so that this can be undone. */
  SAFETY_BACKUP(
      "taking a safety backup", "requestState.safetyBackup", "requestState.safetyBackup.title"),
  STARTING("starting", "requestState.starting", "requestState.starting.title"),
  RUNNING("running", "requestState.running", "requestState.running.title"),
  VERIFYING("verifying", "requestState.verifying", "requestState.verifying.title"),
  SUCCEEDED("succeeded", "requestState.succeeded", "requestState.succeeded.title"),
  FAILED("failed", "requestState.failed", "requestState.failed.title"),
  /** How it ended cannot be told; a person must look. */
  UNKNOWN("outcome unknown", "requestState.unknown", "requestState.unknown.title"),
  REJECTED("rejected", "requestState.rejected", "requestState.rejected.title"),
  CANCELLED("cancelled", "requestState.cancelled", "requestState.cancelled.title"),
  EXPIRED("expired", "requestState.expired", "requestState.expired.title"),
  /** What was approved is no longer possible as it was approved. */
  VOIDED("voided", "requestState.voided", "requestState.voided.title"),
  /**
   * A rehearsal: all checks passed, and nothing was called. It's neither a success nor a failure.
   */
  REHEARSED("rehearsed", "requestState.rehearsed", "requestState.rehearsed.title"),
  /** It could not start at the planned time, nor within its grace period. */
  MISSED("missed", "requestState.missed", "requestState.missed.title");

  private final String words;
  private final Message message;
  private final Message title;

  RequestState(String words, String code, String titleCode) {
    this.words = words;
    this.message = Message.of(code);
    this.title = Message.of(titleCode);
  }

  /** As people type it and as logs and the audit log say it. */
  public String words() {
    return words;
  }

  /** As a person reads it in a sentence. */
  public Message message() {
    return message;
  }

  /** The same at the head of a card. */
  public Message title() {
    return title;
  }

  /**
   * Whether Holdfast is done with the request; UNKNOWN is closed to Holdfast and open to people.
   */
  public boolean isClosed() {
    return ordinal() >= SUCCEEDED.ordinal();
  }

  /** Whether the admin API may be at work on it. */
  public boolean isExecuting() {
    return this == SAFETY_BACKUP || this == STARTING || this == RUNNING || this == VERIFYING;
  }
}

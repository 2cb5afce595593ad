package dev.holdfast.messaging;

import dev.holdfast.messaging.DeliveryException.Reason;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps a message from its place, in words for the person who waits for it to be read. */
public enum DeliveryFailureReason {
  NOT_INSTALLED("Holdfast is not installed there"),
  REMOVED("Holdfast is not a member there"),
  BLOCKED("Holdfast is blocked there"),
  DISABLED_BY_ADMIN("a Teams administrator has disabled Holdfast"),
  NOT_ALLOWED("Holdfast may not write there"),
  GONE("Teams does not know this chat any more"),
  OPERATOR("Teams does not accept Holdfast itself: its operator must look"),
  TOO_LARGE("the card is too large for Teams"),
  NOT_TAKEN("Teams did not take the message"),
  NO_ANSWER("Teams gave no clear answer, so it may have arrived"),
  TOO_LONG("Teams could not take it for too long"),
  NO_WAY("Teams has not said yet how to write there");

  private final String words;

  DeliveryFailureReason(String words) {
    this.words = words;
  }

  /** Begins in lower case and has no full stop. */
  public String words() {
    return words;
  }

  /**
   * @param name as it is stored; nothing from before it was kept, and perhaps a newer replica's
   *     word
   */
  public static DeliveryFailureReason named(@Nullable String name) {
    return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst().orElse(NOT_TAKEN);
  }

  /** As much as is known where nobody said more. */
  static DeliveryFailureReason behind(Reason reason) {
    return switch (reason) {
      case NOT_YET, LATER -> TOO_LONG;
      case UNCERTAIN -> NO_ANSWER;
      case MESSAGE_GONE -> GONE;
      case UNREACHABLE -> NO_WAY;
      case NEVER -> NOT_TAKEN;
    };
  }
}

package dev.holdfast.messaging;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.messaging.DeliveryException.Reason;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps a message from its place, in words for the person who waits for it to be read. */
public enum DeliveryFailureReason {
  NOT_INSTALLED("delivery.notInstalled"),
  REMOVED("delivery.removed"),
  BLOCKED("delivery.blocked"),
  DISABLED_BY_ADMIN("delivery.disabled"),
  NOT_ALLOWED("delivery.notAllowed"),
  GONE("delivery.gone"),
  OPERATOR("delivery.operator"),
  TOO_LARGE("delivery.tooLarge"),
  NOT_TAKEN("delivery.notTaken"),
  NO_ANSWER("delivery.noAnswer"),
  TOO_LONG("delivery.tooLong"),
  NO_WAY("delivery.noWay");

  private final Message message;

  DeliveryFailureReason(String code) {
    this.message = Message.of(code);
  }

  /** Begins in lower case and has no full stop. */
  public Message message() {
    return message;
  }

  /** The same in English, for operators and the audit log. */
  public String words() {
    return StoredMessage.english(message);
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

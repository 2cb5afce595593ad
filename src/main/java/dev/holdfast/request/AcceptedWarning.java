package dev.holdfast.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import java.util.Optional;

/**
 * An amber finding of the preflight checks that the requester saw.
 *
 * @param rule the rule's id, such as {@code R13}
 * @param sentence in English
 * @param stored the message behind the sentence; empty in what was stored before it was kept
 */
public record AcceptedWarning(
    String rule,
    String sentence,
    @JsonProperty("message") @JsonInclude(Include.NON_ABSENT) Optional<StoredMessage> stored) {

  /** One of which only the sentence is known, as from before messages were stored. */
  public AcceptedWarning(String rule, String sentence) {
    this(rule, sentence, Optional.empty());
  }

  public static AcceptedWarning of(String rule, Message message) {
    return new AcceptedWarning(rule, StoredMessage.english(message), StoredMessage.of(message));
  }

  /** What was found, for a reader. */
  public Message message() {
    return StoredMessage.read(sentence, stored);
  }
}

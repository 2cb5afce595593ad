package dev.holdfast.request.store;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import java.util.Optional;

/** Why approvals are asked for once more, as it is stored. */
record ReopenedDocument(String text, Optional<StoredMessage> message) {

  static ReopenedDocument of(Message reason) {
    return new ReopenedDocument(StoredMessage.english(reason), StoredMessage.of(reason));
  }

  Message toReason() {
    return StoredMessage.read(text, message);
  }
}

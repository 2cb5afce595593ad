package dev.holdfast.notification.card;

import dev.holdfast.request.Request;
import java.time.ZoneId;

/**
 * How a card of a request is read.
 *
 * @param shared whether it stands where others read along
 * @param zone for its times
 */
public record ViewerContext(Reader reader, boolean shared, ZoneId zone) {

  /** Of the card that all in a conversation see. */
  public static ViewerContext byEverybody(ZoneId zone) {
    return new ViewerContext(Reader.EVERYBODY, true, zone);
  }

  boolean cancels() {
    return reader == Reader.ASKED;
  }

  /** Four eyes; where nobody's approval was needed, the requester's are enough. */
  boolean settles(Request request) {
    return reader == Reader.DECIDES
        || reader == Reader.INVOLVED
        || (reader == Reader.ASKED && request.details().approvals() == 0);
  }

  /** A person who may request a restore may request its undo; the policy decides when they do. */
  boolean undoes() {
    return leavesAdministrationMode();
  }

  boolean leavesAdministrationMode() {
    return reader != Reader.LOOKS_ON && reader != Reader.EVERYBODY;
  }
}

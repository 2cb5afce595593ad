package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.Permissions;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a card of a request is read.
 *
 * @param own what the one who reads it may do; empty for the card that all in a conversation see,
 *     whose clients ask for what is each one's own
 * @param shared whether it stands where others read along
 * @param zone for its times
 */
public record ViewerContext(Optional<Permissions> own, boolean shared, ZoneId zone) {

  /** Of the card that all in a conversation see. */
  public static ViewerContext byEverybody(ZoneId zone) {
    return new ViewerContext(Optional.empty(), true, zone);
  }

  boolean isEverybody() {
    return own.isEmpty();
  }

  boolean may(Permission what) {
    return own.filter(permissions -> permissions.may(what)).isPresent();
  }
}

package dev.holdfast.chat;

import dev.holdfast.notice.Address;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;

/**
 * A posted card is kept up to date with a request from now on.
 *
 * @param version the request's version that the card shows
 * @param address where the card is posted again if somebody deletes it, as {@link Address#toString}
 *     writes it
 */
public record Follow(RequestId request, long version, String address) {

  /** The same where the card was posted somewhere else. */
  Follow at(Address other) {
    return new Follow(request, version, other.toString());
  }

  static Follow of(Request request, Address address) {
    return new Follow(request.id(), request.version(), address.toString());
  }
}

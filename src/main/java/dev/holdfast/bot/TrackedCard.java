package dev.holdfast.bot;

import dev.holdfast.messaging.Address;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;

/**
 * A posted card is kept up to date with a request from now on.
 *
 * @param version the request's version that the card shows
 * @param address where the card is posted again if somebody deletes it, as {@link Address#toString}
 *     writes it
 */
public record TrackedCard(RequestId request, long version, String address) {

  /** The same where the card was posted somewhere else. */
  public TrackedCard at(Address other) {
    return new TrackedCard(request, version, other.toString());
  }

  public static TrackedCard of(Request request, Address address) {
    return new TrackedCard(request.id(), request.version(), address.toString());
  }
}

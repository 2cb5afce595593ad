package dev.holdfast.platform.bap;

import java.net.URI;

/**
 * What is asked of the service.
 *
 * @param what it in words that follow "asked to", for the person who reads of a failure
 * @param order whether it starts something, and so is never repeated
 */
record Call(URI address, String what, boolean order) {

  static Call read(URI address, String what) {
    return new Call(address, what, false);
  }

  static Call order(URI address, String what) {
    return new Call(address, what, true);
  }
}

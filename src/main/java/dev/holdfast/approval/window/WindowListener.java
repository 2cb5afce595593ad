package dev.holdfast.approval.window;

import dev.holdfast.request.Request;

/**
 * Is told of what is due while a request awaits approval, in the transaction in which that is
 * written down. It calls nobody.
 */
public interface WindowListener {

  /** Those who haven't decided are to be reminded. */
  void reminderDue(Request request);

  /** The requester is to know that time is running out. */
  void expiryNear(Request request);
}

package dev.holdfast.approval.review;

import dev.holdfast.request.Request;

/** Reminds of a review, in the transaction that writes down that it did. It calls nobody. */
public interface ReviewReminder {

  void remind(Request request);
}

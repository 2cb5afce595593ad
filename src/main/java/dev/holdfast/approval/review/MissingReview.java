package dev.holdfast.approval.review;

import dev.holdfast.request.RequestId;
import java.time.Instant;

/**
 * A review that is owed.
 *
 * @param due until when
 * @param remindAt when it's reminded of next
 */
public record MissingReview(RequestId request, Instant due, Instant remindAt) {}

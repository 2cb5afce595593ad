/**
 * What applications have asked for: stored with its idempotency key, checked by a durable task,
 * then submitted.
 */
@NullMarked
package dev.holdfast.api.order;

import org.jspecify.annotations.NullMarked;

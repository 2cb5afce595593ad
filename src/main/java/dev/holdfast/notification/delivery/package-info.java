/** Sends what is in the outbox, each recipient in order. */
@NullMarked
package dev.holdfast.notification.delivery;

import org.jspecify.annotations.NullMarked;

/** Tables of the outbox, posted cards, and subscriptions. */
@NullMarked
package dev.holdfast.notification.store;

import org.jspecify.annotations.NullMarked;

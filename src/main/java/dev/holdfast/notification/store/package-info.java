/** Tables of the outbox, posted cards, and subscriptions. */
@NamedInterface("store")
@NullMarked
package dev.holdfast.notification.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

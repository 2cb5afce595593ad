/** How cards show the change ticket of a request. */
@NullMarked
package dev.holdfast.notification.card.ticket;

import org.jspecify.annotations.NullMarked;

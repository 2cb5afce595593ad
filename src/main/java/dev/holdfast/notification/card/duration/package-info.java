/** How long an operation takes, on its request's card. */
@NullMarked
package dev.holdfast.notification.card.duration;

import org.jspecify.annotations.NullMarked;

/** When a request starts, as its cards say it. */
@NullMarked
package dev.holdfast.notification.card.schedule;

import org.jspecify.annotations.NullMarked;

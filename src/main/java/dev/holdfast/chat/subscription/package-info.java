/** Subscriptions to notifications. */
@NullMarked
package dev.holdfast.chat.subscription;

import org.jspecify.annotations.NullMarked;

/** Commands that keep everything, or an environment, from starting for a time. */
@NullMarked
package dev.holdfast.chat.freeze;

import org.jspecify.annotations.NullMarked;

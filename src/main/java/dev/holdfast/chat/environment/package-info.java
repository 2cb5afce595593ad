/** Commands and card actions about environments. */
@NullMarked
package dev.holdfast.chat.environment;

import org.jspecify.annotations.NullMarked;

/** Commands and card actions about requests. */
@NullMarked
package dev.holdfast.chat.request;

import org.jspecify.annotations.NullMarked;

/** Buttons that open a form with what was asked for before. */
@NullMarked
package dev.holdfast.chat.request.again;

import org.jspecify.annotations.NullMarked;

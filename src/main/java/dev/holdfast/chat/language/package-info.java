/** Choosing the language in which Holdfast writes. */
@NullMarked
package dev.holdfast.chat.language;

import org.jspecify.annotations.NullMarked;

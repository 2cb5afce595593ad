/** Texts for people: message codes with arguments, and a catalog for each language. */
@NullMarked
package dev.holdfast.message;

import org.jspecify.annotations.NullMarked;

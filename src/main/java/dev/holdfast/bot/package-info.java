/** The words of a chat turn: who said or clicked what, and what is replied. */
@NullMarked
package dev.holdfast.bot;

import org.jspecify.annotations.NullMarked;

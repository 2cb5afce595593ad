/** Cards for errors. */
@NullMarked
package dev.holdfast.bot.card;

import org.jspecify.annotations.NullMarked;

/** Cards for errors. */
@NamedInterface("card")
@NullMarked
package dev.holdfast.bot.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

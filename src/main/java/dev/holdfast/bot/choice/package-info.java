/** Search while somebody types into a form. */
@NamedInterface("choice")
@NullMarked
package dev.holdfast.bot.choice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

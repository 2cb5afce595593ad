/** The help card, made of the registered commands. */
@NamedInterface("help")
@NullMarked
package dev.holdfast.bot.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

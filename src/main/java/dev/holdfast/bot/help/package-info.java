/** The help card, made of the registered commands. */
@NullMarked
package dev.holdfast.bot.help;

import org.jspecify.annotations.NullMarked;

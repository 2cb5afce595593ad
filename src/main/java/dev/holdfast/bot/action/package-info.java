/** What buttons of cards do: actions and their registry. */
@NamedInterface("action")
@NullMarked
package dev.holdfast.bot.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What buttons of cards do: actions and their registry. */
@NullMarked
package dev.holdfast.bot.action;

import org.jspecify.annotations.NullMarked;

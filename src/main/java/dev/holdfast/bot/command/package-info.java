/** What people type: commands, their registry, and the parser. */
@NullMarked
package dev.holdfast.bot.command;

import org.jspecify.annotations.NullMarked;

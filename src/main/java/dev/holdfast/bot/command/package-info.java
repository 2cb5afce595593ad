/** What people type: commands, their registry, and the parser. */
@NamedInterface("command")
@NullMarked
package dev.holdfast.bot.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

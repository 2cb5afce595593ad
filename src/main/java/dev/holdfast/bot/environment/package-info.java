/** Environments as people name them and as cards show them. */
@NullMarked
package dev.holdfast.bot.environment;

import org.jspecify.annotations.NullMarked;

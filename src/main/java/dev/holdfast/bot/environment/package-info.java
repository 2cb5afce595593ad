/** Environments as people name them and as cards show them. */
@NamedInterface("environment")
@NullMarked
package dev.holdfast.bot.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

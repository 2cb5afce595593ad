/** Dates, times, and time zones as people write them. */
@NamedInterface("time")
@NullMarked
package dev.holdfast.bot.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

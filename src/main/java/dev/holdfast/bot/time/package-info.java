/** Dates, times, and time zones as people write them. */
@NullMarked
package dev.holdfast.bot.time;

import org.jspecify.annotations.NullMarked;

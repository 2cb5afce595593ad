/** Commands and buttons of series: see, pause, resume, skip, change, and end them. */
@NullMarked
package dev.holdfast.chat.series;

import org.jspecify.annotations.NullMarked;

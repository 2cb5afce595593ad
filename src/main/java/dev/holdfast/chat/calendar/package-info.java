/** The command {@code calendar}: what is planned, runs, or is kept from starting. */
@NullMarked
package dev.holdfast.chat.calendar;

import org.jspecify.annotations.NullMarked;

/** What is written back to tickets. */
@NamedInterface("note")
@NullMarked
package dev.holdfast.ticket.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

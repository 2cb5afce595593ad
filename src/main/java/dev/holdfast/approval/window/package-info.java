/**
 * What happens while a request awaits approval: reminders, escalation, a warning before its end.
 */
@NamedInterface("window")
@NullMarked
package dev.holdfast.approval.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Reminds of what is still to be done after a restore or copy. */
@NamedInterface("checklist")
@NullMarked
package dev.holdfast.execution.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Who decides for whom for a time. */
@NamedInterface("delegation")
@NullMarked
package dev.holdfast.approval.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

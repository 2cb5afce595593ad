/** Emergencies that somebody still has to review. */
@NamedInterface("review")
@NullMarked
package dev.holdfast.approval.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

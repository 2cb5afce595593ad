/** The configured policy and what follows from it. */
@NamedInterface("policy")
@NullMarked
package dev.holdfast.approval.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

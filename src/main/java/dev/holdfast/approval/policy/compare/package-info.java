/** What one policy allows that another doesn't. */
@NamedInterface("policy-compare")
@NullMarked
package dev.holdfast.approval.policy.compare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

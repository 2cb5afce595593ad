/** The policy in force, as all replicas have it, and who agrees before it's loosened. */
@NamedInterface("policy-guard")
@NullMarked
package dev.holdfast.approval.policy.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The policy as a file. */
@NamedInterface("policy-file")
@NullMarked
package dev.holdfast.approval.policy.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

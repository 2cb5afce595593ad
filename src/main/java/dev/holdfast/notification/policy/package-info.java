/** The cards on which guardians decide about a policy. */
@NamedInterface("policy")
@NullMarked
package dev.holdfast.notification.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

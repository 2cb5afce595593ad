/** When the policy in force lets operations start. */
@NamedInterface("policy-calendar")
@NullMarked
package dev.holdfast.approval.policy.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

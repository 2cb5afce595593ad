/** The members of groups that are kept elsewhere: read, stored with their age, and refreshed. */
@NamedInterface("policy-people")
@NullMarked
package dev.holdfast.approval.policy.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

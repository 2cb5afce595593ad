/** What there is to do after a restore or copy, as the policy says. */
@NullMarked
package dev.holdfast.approval.policy.checklist;

import org.jspecify.annotations.NullMarked;

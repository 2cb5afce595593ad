/** The configured policy and what follows from it. */
@NullMarked
package dev.holdfast.approval.policy;

import org.jspecify.annotations.NullMarked;

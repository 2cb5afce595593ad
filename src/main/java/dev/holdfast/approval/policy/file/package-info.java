/** The policy as a file. */
@NullMarked
package dev.holdfast.approval.policy.file;

import org.jspecify.annotations.NullMarked;

/** What guardians say about a policy. */
@NullMarked
package dev.holdfast.chat.policy;

import org.jspecify.annotations.NullMarked;

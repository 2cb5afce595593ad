/** Commands by which an approver lets somebody else decide for a time. */
@NullMarked
package dev.holdfast.chat.delegation;

import org.jspecify.annotations.NullMarked;

/** The cards of a request: for its requester, its approvers, and as a message. */
@NullMarked
package dev.holdfast.notification.card;

import org.jspecify.annotations.NullMarked;

/** The cards of a request: for its requester, its approvers, and as a message. */
@NamedInterface("card")
@NullMarked
package dev.holdfast.notification.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

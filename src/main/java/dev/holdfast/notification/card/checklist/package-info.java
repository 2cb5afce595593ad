/** What there is to do after a restore or copy, on the card of its request. */
@NamedInterface("card-checklist")
@NullMarked
package dev.holdfast.notification.card.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

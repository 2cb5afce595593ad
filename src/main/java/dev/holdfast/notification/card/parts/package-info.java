/** The requests that carry out a part of another, on the card of that one. */
@NamedInterface("card-parts")
@NullMarked
package dev.holdfast.notification.card.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

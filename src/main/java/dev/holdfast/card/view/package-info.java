/** Parts of cards that several views share. */
@NamedInterface("view")
@NullMarked
package dev.holdfast.card.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

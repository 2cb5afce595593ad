/** Parts of cards that several views share. */
@NullMarked
package dev.holdfast.card.view;

import org.jspecify.annotations.NullMarked;

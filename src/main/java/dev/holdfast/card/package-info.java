/** From a view record and a template to an Adaptive Card. */
@NullMarked
package dev.holdfast.card;

import org.jspecify.annotations.NullMarked;

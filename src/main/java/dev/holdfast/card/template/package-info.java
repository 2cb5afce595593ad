/** Adaptive Cards templates: parsed once, then expanded with data from any thread. */
@NullMarked
package dev.holdfast.card.template;

import org.jspecify.annotations.NullMarked;

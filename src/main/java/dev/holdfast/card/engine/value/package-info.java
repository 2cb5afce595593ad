/** Values, numbers, dates, and limits of the templating engine. */
@NullMarked
package dev.holdfast.card.engine.value;

import org.jspecify.annotations.NullMarked;

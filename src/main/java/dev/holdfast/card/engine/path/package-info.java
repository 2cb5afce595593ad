/** The paths of {@code jPath}. */
@NullMarked
package dev.holdfast.card.engine.path;

import org.jspecify.annotations.NullMarked;

/** A series: the same again and again, approved as a whole. */
@NamedInterface("series")
@NullMarked
package dev.holdfast.operation.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Small helpers that every module may use. */
@NullMarked
package dev.holdfast.support;

import org.jspecify.annotations.NullMarked;

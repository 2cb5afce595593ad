/** Drives an approved request to its verified end, across restarts. */
@NullMarked
package dev.holdfast.execution;

import org.jspecify.annotations.NullMarked;

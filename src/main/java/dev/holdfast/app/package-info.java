/** Command-line modes and shared configuration. */
@NullMarked
package dev.holdfast.app;

import org.jspecify.annotations.NullMarked;

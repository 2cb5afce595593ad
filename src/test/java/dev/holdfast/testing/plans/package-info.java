/** Finds out what each statement of Holdfast reads in tables that have grown. */
@NullMarked
package dev.holdfast.testing.plans;

import org.jspecify.annotations.NullMarked;

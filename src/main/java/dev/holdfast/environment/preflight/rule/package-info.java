/** Rules that hold whatever the type of operation. Spring finds them. */
@NullMarked
package dev.holdfast.environment.preflight.rule;

import org.jspecify.annotations.NullMarked;

/** Rules on updates of finance and operations apps. Spring finds them. */
@NullMarked
package dev.holdfast.environment.preflight.update;

import org.jspecify.annotations.NullMarked;

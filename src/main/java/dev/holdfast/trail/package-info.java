/** The ids under which one story is found in the log, from what a person did to what came of it. */
@NullMarked
package dev.holdfast.trail;

import org.jspecify.annotations.NullMarked;

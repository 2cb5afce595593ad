/** Says what of all that Holdfast depends on works, and how what does not is mended. */
@NullMarked
package dev.holdfast.doctor;

import org.jspecify.annotations.NullMarked;

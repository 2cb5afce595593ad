/** The append-only record of who did what, and when. */
@NullMarked
package dev.holdfast.audit;

import org.jspecify.annotations.NullMarked;

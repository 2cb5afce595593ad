/** Who is told what, and that it reaches them. */
@NullMarked
package dev.holdfast.notice;

import org.jspecify.annotations.NullMarked;

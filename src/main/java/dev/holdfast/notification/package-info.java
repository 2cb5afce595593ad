/** Who is told what, and that it reaches them. */
@NullMarked
package dev.holdfast.notification;

import org.jspecify.annotations.NullMarked;

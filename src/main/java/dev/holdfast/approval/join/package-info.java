/** Requests that join another, which waits to do the same thing. */
@NamedInterface("join")
@NullMarked
package dev.holdfast.approval.join;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

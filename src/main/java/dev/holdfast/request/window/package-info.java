/** How long there is to decide about a request, and what happens meanwhile. */
@NamedInterface("window")
@NullMarked
package dev.holdfast.request.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

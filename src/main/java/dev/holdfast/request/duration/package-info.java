/** How long operations usually take, as ended requests tell. */
@NamedInterface("duration")
@NullMarked
package dev.holdfast.request.duration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Who is told of what happens to requests, in the transaction that stores it. */
@NamedInterface("event")
@NullMarked
package dev.holdfast.request.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

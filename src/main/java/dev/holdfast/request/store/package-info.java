/** Stores requests as documents, and locks environments. */
@NamedInterface("store")
@NullMarked
package dev.holdfast.request.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Stores requests as documents, and locks environments. */
@NullMarked
package dev.holdfast.request.store;

import org.jspecify.annotations.NullMarked;

/** Copies the embedded database to PostgreSQL, and compares the two. */
@NullMarked
package dev.holdfast.app.copy;

import org.jspecify.annotations.NullMarked;

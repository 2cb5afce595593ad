/** What the support bundle consists of. */
@NullMarked
package dev.holdfast.app.bundle;

import org.jspecify.annotations.NullMarked;

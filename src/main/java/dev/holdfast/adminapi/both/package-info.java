/** Both admin APIs behind one port. */
@NullMarked
package dev.holdfast.adminapi.both;

import org.jspecify.annotations.NullMarked;

/** Who may ask, who may decide, how many must agree, and until when. */
@NullMarked
package dev.holdfast.approval;

import org.jspecify.annotations.NullMarked;

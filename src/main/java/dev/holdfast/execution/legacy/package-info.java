/** What earlier versions left in flight. */
@NullMarked
package dev.holdfast.execution.legacy;

import org.jspecify.annotations.NullMarked;

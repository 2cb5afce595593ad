/**
 * The catalogue of environments and the rules that say which source may be restored onto which
 * target.
 */
@NullMarked
package dev.holdfast.environment;

import org.jspecify.annotations.NullMarked;

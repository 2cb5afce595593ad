/** Why Holdfast can't start, in words for the operator. */
@NullMarked
package dev.holdfast.app.startup;

import org.jspecify.annotations.NullMarked;

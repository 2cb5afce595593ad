/** Checks the settings of a start before any bean exists. */
@NullMarked
package dev.holdfast.app.settings;

import org.jspecify.annotations.NullMarked;

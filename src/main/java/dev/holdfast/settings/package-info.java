/** What is wrong with the settings, collected before anything starts. */
@NullMarked
package dev.holdfast.settings;

import org.jspecify.annotations.NullMarked;

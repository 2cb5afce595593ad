/** What a person says to Holdfast, and what Holdfast answers. */
@NullMarked
package dev.holdfast.chat;

import org.jspecify.annotations.NullMarked;

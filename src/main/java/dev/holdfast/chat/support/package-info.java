/** What a person hands to Microsoft Support. */
@NullMarked
package dev.holdfast.chat.support;

import org.jspecify.annotations.NullMarked;

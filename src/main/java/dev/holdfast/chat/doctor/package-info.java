/** The doctor in the chat. */
@NullMarked
package dev.holdfast.chat.doctor;

import org.jspecify.annotations.NullMarked;

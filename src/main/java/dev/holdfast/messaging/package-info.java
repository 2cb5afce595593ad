/** Ports to the chat service: addresses, messages, people. */
@NullMarked
package dev.holdfast.messaging;

import org.jspecify.annotations.NullMarked;

/** Ports to the chat service: addresses, messages, people. */
@ApplicationModule(allowedDependencies = {"card", "card :: *", "message"})
@NullMarked
package dev.holdfast.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

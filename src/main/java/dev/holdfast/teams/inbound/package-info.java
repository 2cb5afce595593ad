/** From an HTTP request of Teams to a turn of the chat. */
@NullMarked
package dev.holdfast.teams.inbound;

import org.jspecify.annotations.NullMarked;

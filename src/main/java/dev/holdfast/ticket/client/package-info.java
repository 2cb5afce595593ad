/** HTTP for the systems that keep tickets: sign-in, limits, and what an answer's status means. */
@NullMarked
package dev.holdfast.ticket.client;

import org.jspecify.annotations.NullMarked;

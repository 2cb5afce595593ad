/** Any endpoint that says whether a ticket allows an operation. */
@NullMarked
package dev.holdfast.ticket.endpoint;

import org.jspecify.annotations.NullMarked;

/** Change requests of ServiceNow. */
@NullMarked
package dev.holdfast.ticket.servicenow;

import org.jspecify.annotations.NullMarked;

/** Issues of Jira Service Management. */
@NullMarked
package dev.holdfast.ticket.jira;

import org.jspecify.annotations.NullMarked;

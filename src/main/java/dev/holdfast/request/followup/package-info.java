/** What can be done about a request that has ended. */
@NullMarked
package dev.holdfast.request.followup;

import org.jspecify.annotations.NullMarked;

/** What people decide about a request that waits for the service. */
@NullMarked
package dev.holdfast.chat.request.waiting;

import org.jspecify.annotations.NullMarked;

/**
 * Calls to the admin API over HTTP, whichever of its two faces answers: sent once, or read with
 * patience.
 */
@NullMarked
package dev.holdfast.adminapi.http;

import org.jspecify.annotations.NullMarked;

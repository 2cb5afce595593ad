/** Tokens for trying the HTTP API in the profile local. */
@NullMarked
package dev.holdfast.api.local;

import org.jspecify.annotations.NullMarked;

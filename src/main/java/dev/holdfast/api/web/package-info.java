/** The resources of the HTTP API. */
@NullMarked
package dev.holdfast.api.web;

import org.jspecify.annotations.NullMarked;

/** A backup or restore that somebody asked for: its life, its events, its store. */
@NullMarked
package dev.holdfast.request;

import org.jspecify.annotations.NullMarked;

/** Conversations and people that Holdfast has met. */
@NullMarked
package dev.holdfast.teams.directory;

import org.jspecify.annotations.NullMarked;

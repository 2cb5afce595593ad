/** The web server: what it does with slow callers, and whom it answers in the profile local. */
@NullMarked
package dev.holdfast.teams.server;

import org.jspecify.annotations.NullMarked;

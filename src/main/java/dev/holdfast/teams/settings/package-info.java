/** Settings of the bot and the clouds that Teams runs in. */
@NullMarked
package dev.holdfast.teams.settings;

import org.jspecify.annotations.NullMarked;

/** Messages and cards to Teams through the Bot Connector. */
@NullMarked
package dev.holdfast.teams.outbound;

import org.jspecify.annotations.NullMarked;

/** Doctor checks of the edge to Teams. */
@NullMarked
package dev.holdfast.teams.check;

import org.jspecify.annotations.NullMarked;

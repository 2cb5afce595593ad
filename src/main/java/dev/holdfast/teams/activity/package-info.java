/** Activities as Teams sends them, read and cleaned. */
@NullMarked
package dev.holdfast.teams.activity;

import org.jspecify.annotations.NullMarked;

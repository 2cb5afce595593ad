/**
 * Who may call the bot's endpoint: the check of Bot Framework tokens, and the count of refusals.
 */
@NullMarked
package dev.holdfast.teams.auth;

import org.jspecify.annotations.NullMarked;

package dev.holdfast.environment.preflight;

import dev.holdfast.message.Message;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a call cannot go out yet although nothing is wrong with it.
 *
 * @param why in a sentence
 * @param askAgainAfter how long the service wants to be left alone before it is asked again; empty
 *     when it did not say
 */
public record TemporaryBlocker(Message why, Optional<Duration> askAgainAfter) {}

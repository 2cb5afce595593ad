package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import dev.holdfast.request.Person;
import java.time.Instant;

/**
 * The channel that somebody made the approvers'.
 *
 * @param reachable whether Holdfast is still there, as far as it knows
 */
public record ConnectedChannel(
    Address.Conversation channel, Person by, Instant since, boolean reachable) {}

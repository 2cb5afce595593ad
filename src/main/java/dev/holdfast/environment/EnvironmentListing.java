package dev.holdfast.environment;

import dev.holdfast.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The environments as they were at one instant.
 *
 * @param subjects by display name
 * @param readAt when they were read from the service
 * @param kindsAwaited of how many Dataverse is still to say which unified kind they are
 * @param unreadable how many more the service listed that couldn't be read
 * @param trouble why reading them again failed since, in a sentence; empty when it did not
 */
public record EnvironmentListing(
    List<EnvironmentProfile> subjects,
    Instant readAt,
    int kindsAwaited,
    int unreadable,
    Optional<Message> trouble) {

  public EnvironmentListing {
    subjects = List.copyOf(subjects);
  }
}

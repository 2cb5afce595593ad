package dev.holdfast.freeze;

import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which nothing starts.
 *
 * @param environment on which; empty for everything
 * @param until when it ends by itself
 * @param end who ended it; empty while nobody has, and it holds until {@code until}
 */
public record Freeze(
    long id,
    Optional<EnvironmentRef> environment,
    Person by,
    String reason,
    Instant since,
    Instant until,
    Optional<End> end) {

  /**
   * How it ended.
   *
   * @param by Holdfast where its time was over
   */
  public record End(Person by, Instant at) {}

  public boolean isActive(Instant now) {
    return end.isEmpty() && now.isBefore(until);
  }

  /** Who froze what, until when, and why. */
  public Message message() {
    return about("freeze.active", "freeze.active.environment")
        .with("person", by.name())
        .with("time", until)
        .with("reason", reason);
  }

  /**
   * A message about what is frozen.
   *
   * @param everything code of the message for everything
   * @param one code of the message for one environment, which it names
   */
  public Message about(String everything, String one) {
    return environment
        .map(named -> Message.of(one, "environment", named.displayName()))
        .orElseGet(() -> Message.of(everything));
  }

  /** What is frozen, for the audit log. */
  String scope() {
    return environment
        .map(one -> "%s (%s)".formatted(one.displayName(), one.id()))
        .orElse("everything");
  }
}

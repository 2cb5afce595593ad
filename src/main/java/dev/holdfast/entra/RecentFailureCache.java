package dev.holdfast.entra;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Recent failures: for a short while nobody asks again and everybody is told the same. */
final class RecentFailureCache {

  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final String EVERYWHERE = "";

  private record Trouble(
      EntraException failure, Instant until, Optional<CredentialMaterial> with) {}

  private final Clock clock;
  private final Supplier<Optional<CredentialMaterial>> material;
  private final Map<String, Trouble> recent = new ConcurrentHashMap<>();
  private volatile Consumer<EntraException> listener = failure -> {};

  /**
   * @param material what the credential consists of now, empty when it cannot be read: once that
   *     has changed there is nothing to wait for
   */
  RecentFailureCache(Clock clock, Supplier<Optional<CredentialMaterial>> material) {
    this.clock = clock;
    this.material = material;
  }

  /** What would most likely go wrong again. */
  Optional<EntraException> of(String audience) {
    return recent(EVERYWHERE).or(() -> recent(audience));
  }

  /** Has somebody told of each failure. */
  void tell(Consumer<EntraException> next) {
    listener = next;
  }

  void note(String audience, EntraException failure) {
    listener.accept(failure);
    Duration wait = failure.retryAfter().filter(asked -> asked.compareTo(PAUSE) > 0).orElse(PAUSE);
    recent.put(
        failure.anyAudience() ? EVERYWHERE : audience,
        new Trouble(failure, clock.instant().plus(wait), material.get()));
  }

  private Optional<EntraException> recent(String key) {
    return Optional.ofNullable(recent.get(key))
        .filter(trouble -> clock.instant().isBefore(trouble.until()))
        .filter(trouble -> trouble.with().equals(material.get()))
        .map(Trouble::failure);
  }
}

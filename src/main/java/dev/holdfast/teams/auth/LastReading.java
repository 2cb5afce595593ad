package dev.holdfast.teams.auth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the directory for Nimbus and remembers what it read last. Logs an outage when it begins,
 * changes, and ends, rather than with each attempt.
 */
final class LastReading implements JWKSetSource<SecurityContext> {

  private static final Logger log = LoggerFactory.getLogger(LastReading.class);

  private record Reading(PublishedKeys keys, Instant at) {}

  private final SigningKeySource directory;
  private final Clock clock;
  private volatile @Nullable Reading reading;
  private volatile String trouble = "";

  LastReading(SigningKeySource directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws JWKSetRetrievalException {
    try {
      PublishedKeys keys = directory.read();
      reading = new Reading(keys, clock.instant());
      succeeded(keys);
      return keys;
    } catch (IOException | RuntimeException e) {
      failed(e);
      throw new JWKSetRetrievalException(String.valueOf(e.getMessage()), e);
    }
  }

  private void succeeded(PublishedKeys keys) {
    if (!trouble.isEmpty()) {
      trouble = "";
      log.info("The signing keys of Bot Framework can be read again; keys={}", keys.ids().size());
    }
  }

  private void failed(Exception e) {
    String now = String.valueOf(e.getMessage());
    if (!now.equals(trouble)) {
      trouble = now;
      log.warn(
          "Couldn't read the signing keys of Bot Framework: {}. {}; trying again",
          now,
          at().map(at -> "Holdfast goes on with those of " + at)
              .orElse("Until they are read, messages from Teams are answered with 503"));
    }
  }

  Optional<PublishedKeys> keys() {
    return Optional.ofNullable(reading).map(Reading::keys);
  }

  Optional<Instant> at() {
    return Optional.ofNullable(reading).map(Reading::at);
  }

  /** Whether the last successful reading is younger than this. */
  boolean within(Duration age) {
    return at().filter(at -> clock.instant().isBefore(at.plus(age))).isPresent();
  }

  @Override
  public void close() {}
}

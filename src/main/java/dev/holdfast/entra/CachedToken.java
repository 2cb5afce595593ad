package dev.holdfast.entra;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token of one audience. One request at a time; while the old one is good nobody waits. */
final class CachedToken {

  private static final Logger log = LoggerFactory.getLogger(CachedToken.class);

  /** For this long the same token is not taken again from whoever keeps tokens of its own. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private record Refused(String bearer, Instant at) {}

  private final String audience;
  private final TokenRequest request;
  private final RecentFailureCache troubles;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile @Nullable AccessToken held;
  private volatile @Nullable Refused refused;

  CachedToken(String audience, TokenRequest request, RecentFailureCache troubles, Clock clock) {
    this.audience = audience;
    this.request = request;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** A token that is good for a minute at least; {@code due} is told when its successor is due. */
  String bearer(Runnable due) {
    AccessToken token = held;
    Instant now = clock.instant();
    if (token == null || !token.usable(now)) {
      return waited();
    }
    if (!token.fresh(now)
        && troubles.of(audience).isEmpty()
        && renewing.compareAndSet(false, true)) {
      due.run();
    }
    return token.value();
  }

  /** Gets the successor while the old one is still handed out. */
  void renew() {
    asking.lock();
    try {
      AccessToken token = held;
      if (token == null || !token.fresh(clock.instant())) {
        ask();
      }
    } catch (EntraException e) {
      log.warn("The token that Holdfast has still holds, and will be renewed. {}", e.getMessage());
    } finally {
      renewing.set(false);
      asking.unlock();
    }
  }

  void refused(String bearer) {
    refused = new Refused(bearer, clock.instant());
    asking.lock();
    try {
      if (held != null && held.value().equals(bearer)) {
        held = null;
      }
    } finally {
      asking.unlock();
    }
  }

  private String waited() {
    asking.lock();
    try {
      AccessToken token = held;
      return token != null && token.usable(clock.instant()) ? token.value() : ask().value();
    } finally {
      asking.unlock();
    }
  }

  private AccessToken ask() {
    Optional<EntraException> recent = troubles.of(audience);
    if (recent.isPresent()) {
      throw recent.get();
    }
    try {
      AccessToken token = request.ask(audience);
      if (wasRefused(token)) {
        throw request.refusedAgain(audience);
      }
      held = token;
      log.debug("Got a token for {} that holds until {}", audience, token.expires());
      return token;
    } catch (EntraException e) {
      troubles.note(audience, e);
      throw e;
    }
  }

  private boolean wasRefused(AccessToken token) {
    Refused last = refused;
    return last != null
        && last.bearer().equals(token.value())
        && clock.instant().isBefore(last.at().plus(REMEMBERED));
  }
}

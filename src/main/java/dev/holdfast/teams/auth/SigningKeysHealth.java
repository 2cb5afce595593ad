package dev.holdfast.teams.auth;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether tokens can be checked: without signing keys, no message can be accepted. */
final class SigningKeysHealth implements HealthIndicator {

  private final SigningKeyCache keys;

  SigningKeysHealth(SigningKeyCache keys) {
    this.keys = keys;
  }

  @Override
  public Health health() {
    Health.Builder health = keys.serve() ? Health.up() : Health.outOfService();
    keys.readAt().ifPresent(at -> health.withDetail("readAt", at.toString()));
    return health.build();
  }
}

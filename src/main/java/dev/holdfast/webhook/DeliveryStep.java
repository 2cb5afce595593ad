package dev.holdfast.webhook;

import java.time.Duration;

/**
 * What comes after an attempt.
 *
 * @param pause before the next attempt, if there is one
 */
record DeliveryStep(Kind kind, Duration pause) {

  enum Kind {
    DONE,
    AGAIN,
    DEAD
  }

  static final DeliveryStep DONE = new DeliveryStep(Kind.DONE, Duration.ZERO);
  static final DeliveryStep DEAD = new DeliveryStep(Kind.DEAD, Duration.ZERO);

  static DeliveryStep again(Duration pause) {
    return new DeliveryStep(Kind.AGAIN, pause);
  }
}

package dev.holdfast.request.store;

import dev.holdfast.request.RequestDetails.Emergency;
import java.time.Duration;
import java.util.List;

/** That a request is an emergency, as it is stored. */
record EmergencyDocument(List<String> reviewers, long reviewWithinSeconds, List<Integer> remindAt) {

  static EmergencyDocument of(Emergency emergency) {
    return new EmergencyDocument(
        emergency.reviewers(), emergency.reviewWithin().toSeconds(), emergency.remindAt());
  }

  Emergency toEmergency() {
    return new Emergency(reviewers, Duration.ofSeconds(reviewWithinSeconds), remindAt);
  }
}

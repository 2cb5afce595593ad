package dev.holdfast.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person's word on a request. The comment may be empty on an approval.
 *
 * @param consents the keys of the {@link RequiredConsent}s for which it counts; missing in
 *     decisions from before there were several, which count for all
 * @param withdrawnAt since when it no longer counts; empty while it does
 */
public record Decision(
    Person by,
    boolean approves,
    String comment,
    Instant at,
    Digest digest,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> consents,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Instant> withdrawnAt) {

  /** Whether it is an approval that wasn't withdrawn. */
  public boolean isApprovalInForce() {
    return approves && withdrawnAt.isEmpty();
  }

  /** Whether it is an approval for this one. */
  public boolean countsFor(RequiredConsent consent) {
    return isApprovalInForce() && consents.map(keys -> keys.contains(consent.key())).orElse(true);
  }

  Decision withdrawn(Instant when) {
    return new Decision(by, approves, comment, at, digest, consents, Optional.of(when));
  }
}

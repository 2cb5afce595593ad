package dev.holdfast.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.RequiredConsent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person's word on a request. The comment may be empty on an approval.
 *
 * @param consents the keys of the {@link RequiredConsent}s for which it counts; empty for all, as
 *     before there were several
 * @param withdrawnAt since when it no longer counts; empty while it does
 */
public record Decision(
    Person by,
    boolean approves,
    String comment,
    Instant at,
    Digest digest,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> consents,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Instant> withdrawnAt) {

  public Decision(
      Person by,
      boolean approves,
      String comment,
      Instant at,
      Digest digest,
      @Nullable List<String> consents,
      Optional<Instant> withdrawnAt) {
    this.by = by;
    this.approves = approves;
    this.comment = comment;
    this.at = at;
    this.digest = digest;
    this.consents = consents == null ? List.of() : List.copyOf(consents);
    this.withdrawnAt = withdrawnAt;
  }

  /** Whether it is an approval that wasn't withdrawn. */
  public boolean isApprovalInForce() {
    return approves && withdrawnAt.isEmpty();
  }

  /** Whether it is an approval for this one. */
  public boolean countsFor(RequiredConsent consent) {
    return isApprovalInForce() && (consents.isEmpty() || consents.contains(consent.key()));
  }

  Decision withdrawn(Instant when) {
    return new Decision(by, approves, comment, at, digest, consents, Optional.of(when));
  }
}

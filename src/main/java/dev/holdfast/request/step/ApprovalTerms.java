package dev.holdfast.request.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.request.schedule.PlannedStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules for deciding about a request.
 *
 * @param consents one for each environment, in the role in which it's used
 * @param expiresAt when the chance to decide ends
 * @param renewedAt when the time to decide began again; empty while it's the one of the submission
 */
public record ApprovalTerms(
    List<RequiredConsent> consents,
    Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Instant> renewedAt) {

  public ApprovalTerms {
    consents = List.copyOf(consents);
  }

  public ApprovalTerms(List<RequiredConsent> consents, Instant expiresAt) {
    this(consents, expiresAt, Optional.empty());
  }

  /** With one consent, for the environment that is changed or held. */
  public static ApprovalTerms ofAffected(
      OperationSpec spec, int approvals, List<String> approvers, Instant expiresAt) {
    EnvironmentUse use = spec.affectedUse();
    RequiredConsent consent =
        new RequiredConsent(
            use.role(),
            use.environment().id(),
            use.environment().displayName(),
            approvals,
            approvers);
    return new ApprovalTerms(List.of(consent), expiresAt);
  }

  /** How many people have to agree at least; 0 if nobody has to. One may count for several. */
  public int approvals() {
    return consents.stream()
        .map(RequiredConsent::approvals)
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  /** Entra object IDs of all who may decide, each once. */
  public List<String> approvers() {
    return consents.stream().flatMap(consent -> consent.approvers().stream()).distinct().toList();
  }

  /** The consents that need somebody, those that one and the same decision answers only once. */
  public List<RequiredConsent> separate() {
    return consents.stream()
        .filter(consent -> consent.approvals() > 0)
        .filter(
            consent ->
                consents.stream()
                    .takeWhile(other -> other != consent)
                    .noneMatch(other -> isAlike(other, consent)))
        .toList();
  }

  private static boolean isAlike(RequiredConsent one, RequiredConsent other) {
    return one.approvals() == other.approvals() && one.approvers().equals(other.approvers());
  }

  /**
   * As the policy has them now, but never milder than these.
   *
   * @param now what it asks for now
   */
  public ApprovalTerms stricterOf(List<RequiredConsent> now) {
    Stream<RequiredConsent> before =
        consents.stream()
            .map(
                consent ->
                    now.stream()
                        .filter(other -> other.key().equals(consent.key()))
                        .findFirst()
                        .map(consent::stricterOf)
                        .orElse(consent));
    Stream<RequiredConsent> added = now.stream().filter(consent -> find(consent.key()).isEmpty());
    return new ApprovalTerms(Stream.concat(before, added).toList(), expiresAt, renewedAt);
  }

  /**
   * The same with the time to decide once more.
   *
   * @param length of that time where no rule says anything else about it
   */
  public ApprovalTerms renewed(Instant now, Duration length) {
    Instant end =
        consents.stream()
            .flatMap(consent -> consent.window().stream())
            .map(window -> window.timing().end(now))
            .min(Comparator.naturalOrder())
            .orElseGet(() -> now.plus(length));
    return new ApprovalTerms(consents, end, Optional.of(now));
  }

  /** The same, but nobody can decide any more when it's too late for a planned start. */
  public ApprovalTerms endingWith(Optional<PlannedStart> start) {
    return start
        .map(PlannedStart::latest)
        .filter(latest -> latest.isBefore(expiresAt))
        .map(latest -> new ApprovalTerms(consents, latest, renewedAt))
        .orElse(this);
  }

  /**
   * The same after a second group was asked.
   *
   * @param keys of the consents that it may give, too
   */
  public ApprovalTerms escalated(Set<String> keys) {
    return new ApprovalTerms(
        consents.stream()
            .map(consent -> keys.contains(consent.key()) ? consent.afterEscalation() : consent)
            .toList(),
        expiresAt,
        renewedAt);
  }

  private Optional<RequiredConsent> find(String key) {
    return consents.stream().filter(consent -> consent.key().equals(key)).findFirst();
  }
}

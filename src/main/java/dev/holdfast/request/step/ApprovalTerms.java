package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules for deciding about a request.
 *
 * @param consents one for each environment, in the role in which it's used
 * @param expiresAt when the chance to decide ends
 */
public record ApprovalTerms(List<RequiredConsent> consents, Instant expiresAt) {

  public ApprovalTerms {
    consents = List.copyOf(consents);
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
    return new ApprovalTerms(Stream.concat(before, added).toList(), expiresAt);
  }

  /** The same with more time to decide. */
  public ApprovalTerms until(Instant end) {
    return new ApprovalTerms(consents, end);
  }

  private Optional<RequiredConsent> find(String key) {
    return consents.stream().filter(consent -> consent.key().equals(key)).findFirst();
  }
}

package dev.holdfast.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.request.RequestGuard.Attempt;
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
 * @param acting for whom a delegate decided; empty where nobody's delegate did
 */
public record Decision(
    Person by,
    boolean approves,
    String comment,
    Instant at,
    Digest digest,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> consents,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Instant> withdrawnAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Acting> acting) {

  /**
   * For whom a delegate decides.
   *
   * @param people the approvers who delegated
   * @param consents the keys of the consents that the decision counts for by their right alone
   */
  public record Acting(List<Person> people, List<String> consents) {

    /** In one's own right alone. */
    public static final Acting NOBODY = new Acting(List.of(), List.of());

    public Acting {
      people = List.copyOf(people);
      consents = List.copyOf(consents);
    }

    /** What a delegate says, as the audit log has it. */
    String words(String comment) {
      return people.isEmpty()
          ? comment
          : "for %s: %s"
              .formatted(String.join(", ", people.stream().map(Person::name).toList()), comment);
    }

    /** Whether it is for this person. */
    public boolean isFor(Person approver) {
      return people.stream().anyMatch(approver::isSameAs);
    }
  }

  /** An approver's own. */
  public Decision(
      Person by,
      boolean approves,
      String comment,
      Instant at,
      Digest digest,
      Optional<List<String>> consents,
      Optional<Instant> withdrawnAt) {
    this(by, approves, comment, at, digest, consents, withdrawnAt, Optional.empty());
  }

  static Decision of(Attempt attempt, boolean approves, Optional<List<String>> consents) {
    return new Decision(
        attempt.by(),
        approves,
        attempt.comment(),
        attempt.now(),
        attempt.seen().orElseThrow(),
        consents,
        Optional.empty(),
        Optional.of(attempt.acting()).filter(acting -> !acting.people().isEmpty()));
  }

  /** For whom a delegate decided; nobody where nobody's delegate did. */
  public List<Person> actingFor() {
    return acting.map(Acting::people).orElse(List.of());
  }

  /** Whether this person decided, or somebody for them. */
  public boolean isOf(Person person) {
    return by.isSameAs(person) || actingFor().stream().anyMatch(person::isSameAs);
  }

  /** Whether it is an approval that wasn't withdrawn. */
  public boolean isApprovalInForce() {
    return approves && withdrawnAt.isEmpty();
  }

  /** Whether it is an approval for this one. */
  public boolean countsFor(RequiredConsent consent) {
    return isApprovalInForce() && consents.map(keys -> keys.contains(consent.key())).orElse(true);
  }

  /** The same for what was approved with what it was made for. */
  Decision ofDigest(Digest of) {
    return new Decision(by, approves, comment, at, of, consents, withdrawnAt, acting);
  }

  Decision withdrawn(Instant when) {
    return new Decision(by, approves, comment, at, digest, consents, Optional.of(when), acting);
  }
}

package dev.holdfast.request;

import static dev.holdfast.testing.MovedRequests.asEmergency;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RequestDigestTests {

  private static final RequestDetails ASKED = with(restore(), "why", List.of(warning("seen")), "d");

  private static RequestDetails with(
      OperationSpec spec, String reason, List<AcceptedWarning> warnings, String draft) {
    RequestDetails plain = Samples.details(spec, 1, draft);
    return new RequestDetails(
        spec,
        plain.requester(),
        reason,
        warnings,
        plain.submission(),
        plain.approvalTerms(),
        RequestDetails.DIGEST_VERSION,
        Optional.empty());
  }

  private static AcceptedWarning warning(String sentence) {
    return new AcceptedWarning("R13", sentence);
  }

  @Test
  void aRequestFromBeforeHasTheDigestOfItsOperation() {
    RequestDetails before = Samples.details(restore(), 1);
    assertThat(before.digest()).isEqualTo(Digest.of(restore())).isNotEqualTo(ASKED.digest());
  }

  /** Decisions that are stored hold it. */
  @Test
  void theDigestOfEverythingStays() {
    assertThat(ASKED.digest().hex())
        .isEqualTo("2001369cca508252b921066656d7fbb11a5063c25cbfedf54953fd945c864c4f");
  }

  @Test
  void itChangesWithEverythingThatAnApproverSees() {
    Set<Digest> digests = new HashSet<>(Set.of(ASKED.digest()));
    for (RequestDetails other :
        List.of(
            with(restore(), "another why", ASKED.warnings(), "d"),
            with(restore(), "why", List.of(), "d"),
            with(restore(), "why", List.of(warning("other")), "d"),
            with(restore(), "why", List.of(new AcceptedWarning("R14", "seen")), "d"),
            with(restore(), "why", ASKED.warnings(), "another draft"),
            with(Samples.restoreWithSafetyBackup(), "why", ASKED.warnings(), "d"),
            with(renamed(), "why", ASKED.warnings(), "d"),
            with(ofAnotherBackup(), "why", ASKED.warnings(), "d"),
            by(new Person(ASKED.requester().id(), "Somebody Else")),
            by(new Person("id-other", ASKED.requester().name())),
            emergency(Duration.ofDays(1)),
            emergency(Duration.ofDays(2)),
            emergency(Duration.ofDays(1), "id-megan"),
            emergency(new RequestDetails.Emergency(List.of(), Duration.ofDays(1), List.of())),
            MovedRequests.asRehearsal(ASKED),
            MovedRequests.startingAt(new PlannedStart(NOW, Duration.ofHours(1)), ASKED),
            MovedRequests.startingAt(new PlannedStart(NOW, Duration.ofHours(2)), ASKED),
            MovedRequests.startingAt(
                new PlannedStart(NOW.plusSeconds(1), Duration.ofHours(1)), ASKED),
            version(ASKED.digestVersion() + 1),
            version(1))) {
      assertThat(digests.add(other.digest())).as(other.toString()).isTrue();
    }
  }

  private static RestoreSpec renamed() {
    RestoreSpec plain = restore();
    return altered(
        plain,
        target -> new EnvironmentRef(target.id(), "Looks harmless", target.details(), Map.of()),
        plain.backupLabel());
  }

  private static RestoreSpec ofAnotherBackup() {
    return altered(restore(), target -> target, Optional.of("another backup"));
  }

  private static RestoreSpec altered(
      RestoreSpec plain, UnaryOperator<EnvironmentRef> target, Optional<String> label) {
    return new RestoreSpec(
        plain.source(),
        target.apply(plain.target()),
        plain.point(),
        label,
        plain.targetName(),
        plain.skipAuditData(),
        plain.securityGroupId(),
        plain.safetyBackup());
  }

  private static RequestDetails by(Person requester) {
    return copy(requester, ASKED.digestVersion());
  }

  private static RequestDetails emergency(Duration reviewWithin, String... reviewers) {
    return emergency(new RequestDetails.Emergency(List.of(reviewers), reviewWithin, List.of(50)));
  }

  private static RequestDetails emergency(RequestDetails.Emergency declared) {
    return asEmergency(ASKED, declared);
  }

  private static RequestDetails version(int version) {
    return copy(ASKED.requester(), version);
  }

  private static RequestDetails copy(Person requester, int version) {
    return new RequestDetails(
        ASKED.spec(),
        requester,
        ASKED.reason(),
        ASKED.warnings(),
        ASKED.submission(),
        ASKED.approvalTerms(),
        version,
        Optional.empty());
  }
}

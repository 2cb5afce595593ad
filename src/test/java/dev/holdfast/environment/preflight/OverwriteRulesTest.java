package dev.holdfast.environment.preflight;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Sample;
import dev.holdfast.testing.Preflights;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where each part of what the service says is looked at. */
class OverwriteRulesTest {

  private static final String UNREADABLE = "couldn't read part of what Power Platform says about ";

  private final Rules rules = Preflights.rules();
  private final EnvironmentProfile source = Sample.sandbox("A").subject();
  private final EnvironmentProfile target = Sample.sandbox("B").subject();

  /** A form leaves out what the review would find red, for whatever reason. */
  @Test
  void aTargetIsLegalOnlyWhereNothingOfTheReviewIsRed() {
    assertThat(rules.legal(source, target)).isTrue();
    assertThat(rules.legal(source, Sample.production("B").subject())).isFalse();
    assertThat(rules.legal(source, Sample.sandbox("B").region("asia").subject())).isFalse();
    assertThat(rules.legal(source, Sample.sandbox("B").refuses("Restore", "no").subject()))
        .isFalse();
    assertThat(rules.legal(Sample.of(EnvironmentKind.LCS_CLOUD_HOSTED, "A").subject(), target))
        .isFalse();
  }

  @Test
  void whatCannotBeReadOfEitherIsSaidOnce() {
    EnvironmentProfile oddSource = Sample.sandbox("A").unreadable("capacity").subject();
    EnvironmentProfile oddTarget = Sample.sandbox("B").unreadable("capacity").subject();
    assertThat(unreadable(rules.pair(oddSource, target))).containsExactly("A");
    assertThat(unreadable(rules.pair(source, oddTarget))).containsExactly("B");
    assertThat(unreadable(rules.pair(oddSource, oddTarget))).containsExactly("B", "A");
    assertThat(unreadable(rules.pair(oddSource, oddSource))).containsExactly("A");
    assertThat(unreadable(rules.backup(oddSource, NOW))).containsExactly("A");
    assertThat(unreadable(rules.asTarget(oddTarget))).containsExactly("B");
    assertThat(unreadable(rules.pair(source, target))).isEmpty();
  }

  /** The name behind the words, without the parts. */
  private static List<String> unreadable(List<Finding> checks) {
    return checks.stream()
        .map(Finding::sentence)
        .filter(sentence -> sentence.contains(UNREADABLE))
        .map(sentence -> sentence.split(UNREADABLE)[1].substring(0, 1))
        .toList();
  }

  @Test
  void aRefusalWithoutWordsHasItsKindOfReason() {
    EnvironmentProfile refused =
        Sample.sandbox("B").refuses("Restore", Optional.empty(), "EnvironmentSkuType").subject();
    assertThat(sentences(rules.pair(source, refused)))
        .anyMatch(sentence -> sentence.contains("only the reason EnvironmentSkuType"));
    EnvironmentProfile explained =
        Sample.sandbox("B").refuses("Restore", Optional.of("Locked."), "Lock").subject();
    assertThat(sentences(rules.pair(source, explained)))
        .anyMatch(sentence -> sentence.contains("Locked."))
        .noneMatch(sentence -> sentence.contains("only the reason"));
  }

  /** What the service allows has room, whatever words it adds. */
  @Test
  void onlyARefusalForCapacityIsALackOfRoom() {
    assertThat(room(Sample.sandbox("B").refuses("Restore", "No capacity."))).isEqualTo("RED");
    assertThat(room(Sample.sandbox("B").refuses("Restore", "Locked."))).isEqualTo("AMBER");
    assertThat(room(Sample.sandbox("B").refuses("Backup", "No capacity."))).isEqualTo("AMBER");
    assertThat(room(Sample.sandbox("B").permits("Restore", "Capacity is low."))).isEqualTo("AMBER");
  }

  @Test
  void onlyTheDatabaseIsCountedForTheRoom() {
    EnvironmentProfile large =
        Sample.sandbox("A").capacity("Database", 2048).capacity("File", 99_999).subject();
    assertThat(size(large)).isEqualTo(2.0);
    assertThat(size(Sample.sandbox("A").capacity("Database", 0).subject())).isNull();
    assertThat(size(Sample.sandbox("A").capacity("File", 2048).subject())).isNull();
  }

  private @Nullable Object size(EnvironmentProfile from) {
    return rules.restore(from, target, NOW.minus(Duration.ofDays(1)), Preflights.at(NOW)).stream()
        .filter(check -> check.rule().equals("R12"))
        .findFirst()
        .orElseThrow()
        .message()
        .arguments()
        .get("size");
  }

  private String room(Sample onto) {
    return rules
        .restore(source, onto.subject(), NOW.minus(Duration.ofDays(1)), Preflights.at(NOW))
        .stream()
        .filter(check -> check.rule().equals("R12"))
        .map(check -> check.severity().name())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thoseWithoutDataverseAreNamed() {
    EnvironmentProfile without = Sample.of(EnvironmentKind.NO_DATAVERSE, "A").subject();
    EnvironmentProfile alsoWithout = Sample.of(EnvironmentKind.NO_DATAVERSE, "B").subject();
    assertThat(ofDataverse(rules.pair(without, target))).isEqualTo(List.of("A"));
    assertThat(ofDataverse(rules.pair(source, alsoWithout))).isEqualTo(List.of("B"));
    assertThat(ofDataverse(rules.pair(without, alsoWithout))).isEqualTo(List.of("A", "B"));
    assertThat(ofDataverse(rules.asTarget(alsoWithout))).isEqualTo(List.of("B"));
  }

  private static Object ofDataverse(List<Finding> checks) {
    return checks.stream()
        .filter(check -> check.message().code().equals("rule.dataverse.red"))
        .findFirst()
        .orElseThrow()
        .message()
        .arguments()
        .get("environments");
  }

  /** A refusal is no news where a rule of ours forbids it anyway. */
  @Test
  void aBackupThatARuleForbidsIsRefusedEither() {
    EnvironmentProfile trial =
        Sample.of(EnvironmentType.TRIAL, "A").refuses("Backup", "Type.").subject();
    assertThat(sentences(rules.backup(trial, NOW)))
        .anyMatch(sentence -> sentence.contains("either: Type."));
    EnvironmentProfile allowed = Sample.of(EnvironmentType.TRIAL, "A").subject();
    assertThat(sentences(rules.backup(allowed, NOW)))
        .anyMatch(sentence -> sentence.contains("The stricter rule applies."));
  }

  private static List<String> sentences(List<Finding> checks) {
    return checks.stream().map(Finding::sentence).toList();
  }
}

package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TemporaryBlocker;

import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service's own word: which operations it allows on an environment, and whether it is at work
 * on it now (rule R29). Where it and our rules differ, the finding says so and the stricter counts.
 */
final class ServiceAvailabilityRules {

  private ServiceAvailabilityRules() {}

  /** Whether the service takes a restore onto the target. */
  static Finding restoreOnto(EnvironmentProfile target, boolean forbiddenByUs) {
    return verdict(
        target, "Restore", "a restore onto", forbiddenByUs || refusesForRoom(target), Severity.RED);
  }

  /** Whether the service takes a manual backup. */
  static Finding backupOf(EnvironmentProfile source, boolean forbiddenByUs) {
    return verdict(source, "Backup", "a backup of", forbiddenByUs, Severity.RED);
  }

  /**
   * Whether the service counts the source of a restore among those with backups. Where manual
   * backups are unknown anyway, a refusal says nothing of the system backups and is only amber.
   */
  static Finding backupsOf(EnvironmentProfile source, boolean forbiddenByUs) {
    Severity refusal =
        switch (source.environment().type()) {
          case PRODUCTION, SANDBOX, TRIAL -> Severity.RED;
          case DEVELOPER, TEAMS, DEFAULT, UNKNOWN -> Severity.AMBER;
        };
    return verdict(source, "Backup", "a backup of", forbiddenByUs, refusal);
  }

  /**
   * The one word on both where the service gives none on either, as the Power Platform API does.
   */
  static Optional<Finding> silence(EnvironmentProfile source, EnvironmentProfile target) {
    boolean silent =
        source.environment().enforcement().isEmpty()
            && target.environment().enforcement().isEmpty();
    return silent
        ? Optional.of(
            RuleId.SERVICE.amber(
                "The service does not say which operations it allows on %s; whether it takes this"
                    + " restore only the order shows.",
                source.id().equals(target.id())
                    ? target.name()
                    : source.name() + " and " + target.name()))
        : Optional.empty();
  }

  /** One operation at a time per environment: a busy one is waited for (R29). */
  static Finding free(EnvironmentProfile subject) {
    String name = subject.name();
    String state = subject.state();
    if (subject.holder().isPresent()) {
      return RuleId.R29.amber(
          "%s is busy now (%s): the service is at work on it with %s. Holdfast waits for its turn.",
          name, state, subject.holder().get().words());
    }
    if (subject.busy()) {
      return RuleId.R29.amber("%s is busy now (%s). Holdfast waits for its turn.", name, state);
    }
    if (state.equalsIgnoreCase("Ready")) {
      return RuleId.R29.green("%s is ready: no operation runs on it.", name);
    }
    if (subject.operations().isEmpty()) {
      return RuleId.R29.amber(
          "The service does not say whether an operation runs on %s. If one does, Holdfast waits"
              + " for its turn.",
          name);
    }
    return state.equalsIgnoreCase("NotSpecified")
        ? RuleId.R29.green("The service lists no operation that runs on %s.", name)
        : RuleId.R29.amber(
            "The service says %s of %s, and lists no operation that runs on it.", state, name);
  }

  /**
   * Why a call has to wait for an operation that runs now; empty when none does, as far as told.
   */
  static Optional<TemporaryBlocker> busy(EnvironmentProfile... subjects) {
    String words =
        Stream.of(subjects)
            .distinct()
            .filter(EnvironmentProfile::busy)
            .map(ServiceAvailabilityRules::free)
            .map(Finding::sentence)
            .collect(Collectors.joining(" "));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new TemporaryBlocker(words, Optional.empty()));
  }

  /** Whether the service refuses a restore because there is no room for it (R12). */
  static boolean refusesForRoom(EnvironmentProfile target) {
    return word(target, "Restore")
        .filter(verdict -> !verdict.allowed())
        .flatMap(Verdict::reason)
        .filter(reason -> reason.toLowerCase(Locale.ROOT).contains("capacity"))
        .isPresent();
  }

  private static Finding verdict(
      EnvironmentProfile subject,
      String operation,
      String what,
      boolean forbiddenByUs,
      Severity refusal) {
    Optional<Verdict> word = word(subject, operation);
    String name = subject.name();
    if (word.isEmpty()) {
      return RuleId.SERVICE.amber("The service does not say whether it allows %s %s.", what, name);
    }
    if (word.get().allowed()) {
      return forbiddenByUs
          ? RuleId.SERVICE.amber(
              "The service itself allows %s %s; Holdfast's rules do not. The stricter counts.",
              what, name)
          : RuleId.SERVICE.green("The service allows %s %s.", what, name);
    }
    String reason = reason(word.get());
    if (subject.busy()) {
      return RuleId.SERVICE.amber(
          "The service does not allow %s %s at present, perhaps because it is busy: %s",
          what, name, reason);
    }
    return RuleId.SERVICE.check(
        refusal,
        forbiddenByUs
            ? "The service does not allow %s %s either: %s"
            : "The service does not allow %s %s, though Holdfast knows no rule against it: %s",
        what,
        name,
        reason);
  }

  private static String reason(Verdict refusal) {
    return refusal
        .reason()
        .or(() -> refusal.reasonType().map(type -> "it only names " + type))
        .orElse("it gives no reason");
  }

  private static Optional<Verdict> word(EnvironmentProfile subject, String operation) {
    return subject.environment().enforcement().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(operation))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Where the service says something of an environment that Holdfast can't read. Rules that depend
   * on it had nothing to go by.
   */
  static Optional<Finding> unreadable(EnvironmentProfile subject) {
    List<String> parts = subject.environment().unreadable();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RuleId.SERVICE.amber(
                "Holdfast couldn't read part of what Power Platform says about %s: %s. Check it in"
                    + " the Power Platform admin center.",
                subject.name(), Unreadable.words(parts)));
  }
}

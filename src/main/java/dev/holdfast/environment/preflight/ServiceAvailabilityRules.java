package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.Unreadable;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        target,
        "Restore",
        "rule.service.restore",
        forbiddenByUs || refusesForRoom(target, "Restore"),
        Severity.RED);
  }

  /** Whether the service takes a manual backup. */
  static Finding backupOf(EnvironmentProfile source, boolean forbiddenByUs) {
    return verdict(source, "Backup", "rule.service.backup", forbiddenByUs, Severity.RED);
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
    return verdict(source, "Backup", "rule.service.backup", forbiddenByUs, refusal);
  }

  /**
   * The one word on both where the service gives none on either, as the Power Platform API does.
   */
  static Optional<Finding> silence(
      EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    boolean silent =
        source.environment().enforcement().isEmpty()
            && target.environment().enforcement().isEmpty();
    return silent
        ? Optional.of(
            RuleId.SERVICE.amber(
                "rule.service.amber.silent",
                "operation",
                noun,
                "environments",
                source.id().equals(target.id())
                    ? target.name()
                    : Message.of(
                        "rule.service.both", "source", source.name(), "target", target.name())))
        : Optional.empty();
  }

  /** One operation at a time per environment: a busy one is waited for (R29). */
  static Finding free(EnvironmentProfile subject) {
    String name = subject.name();
    String state = subject.state();
    if (subject.holder().isPresent()) {
      return RuleId.R29.amber(
          Message.of("rule.busy.amber.operation", "environment", name, "state", state)
              .with("operation", subject.holder().get().message()));
    }
    if (subject.busy()) {
      return RuleId.R29.amber("rule.busy.amber", "environment", name, "state", state);
    }
    if (state.equalsIgnoreCase("Ready")) {
      return RuleId.R29.green("rule.busy.green.ready", "environment", name);
    }
    if (subject.operations().isEmpty()) {
      return RuleId.R29.amber("rule.busy.amber.unknown", "environment", name);
    }
    return state.equalsIgnoreCase("NotSpecified")
        ? RuleId.R29.green("rule.busy.green.none", "environment", name)
        : RuleId.R29.amber("rule.busy.amber.state", "state", state, "environment", name);
  }

  /**
   * Why a call has to wait for an operation that runs now; empty when none does, as far as told.
   */
  static Optional<TemporaryBlocker> busy(EnvironmentProfile... subjects) {
    return Stream.of(subjects)
        .distinct()
        .filter(EnvironmentProfile::busy)
        .map(ServiceAvailabilityRules::free)
        .map(Finding::message)
        .reduce(Message::then)
        .map(why -> new TemporaryBlocker(why, Optional.empty()));
  }

  /** Whether the service refuses an operation because there is no room for it (R12). */
  static boolean refusesForRoom(EnvironmentProfile target, String operation) {
    return word(target, operation)
        .filter(verdict -> !verdict.allowed())
        .flatMap(Verdict::reason)
        .filter(reason -> reason.toLowerCase(Locale.ROOT).contains("capacity"))
        .isPresent();
  }

  /**
   * @param operation the service's word for it
   * @param code of the message that says what it is
   * @param refusal how bad it is when the service alone refuses
   */
  static Finding verdict(
      EnvironmentProfile subject,
      String operation,
      String code,
      boolean forbiddenByUs,
      Severity refusal) {
    Optional<Verdict> word = word(subject, operation);
    Message what = Message.of(code, "environment", subject.name());
    if (word.isEmpty()) {
      return RuleId.SERVICE.amber("rule.service.amber.unknown", "operation", what);
    }
    if (word.get().allowed()) {
      return forbiddenByUs
          ? RuleId.SERVICE.amber("rule.service.amber.stricter", "operation", what)
          : RuleId.SERVICE.green("rule.service.green", "operation", what);
    }
    Message reason = reason(word.get());
    if (subject.busy()) {
      return RuleId.SERVICE.amber("rule.service.amber.busy", "operation", what, "reason", reason);
    }
    String refused = forbiddenByUs ? "rule.service.either" : "rule.service.alone";
    return RuleId.SERVICE.check(refusal, refused, "operation", what, "reason", reason);
  }

  private static Message reason(Verdict refusal) {
    return refusal
        .reason()
        .map(reason -> Message.of("rule.service.reason", "reason", reason))
        .or(
            () ->
                refusal
                    .reasonType()
                    .map(type -> Message.of("rule.service.reason.type", "type", type)))
        .orElse(Message.of("rule.service.reason.none"));
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
                "rule.service.amber.unreadable",
                "environment",
                subject.name(),
                "parts",
                Unreadable.message(parts)));
  }
}

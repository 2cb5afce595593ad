package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.message.Message;
import java.util.Optional;

/**
 * What the types of environments allow (rules R1, R2, R3, R7, R8).
 *
 * <p>The documentation changed: its page of April 2024 has a table that lets the default
 * environment be restored onto nothing, the one of June 2025 lets it be restored onto a developer
 * environment. Where they differ the finding is amber, and the service decides.
 */
final class EnvironmentTypeRules {

  private EnvironmentTypeRules() {}

  /** Whether there is any backup of a source to restore (R1). */
  static Optional<Finding> backedUp(EnvironmentProfile source) {
    return source.environment().type() == EnvironmentType.TRIAL
        ? Optional.of(RuleId.R1.red("rule.manualBackup.red.neverBackedUp", "source", source.name()))
        : Optional.empty();
  }

  /** Whether a manual backup can be made (R1, R2). */
  static Finding manualBackup(EnvironmentProfile source) {
    String name = source.name();
    return switch (source.environment().type()) {
      case PRODUCTION, SANDBOX ->
          RuleId.R2.green("rule.manualBackup.green", "source", name, "type", word(source));
      case DEVELOPER, TEAMS ->
          RuleId.R2.amber("rule.manualBackup.amber", "source", name, "type", word(source));
      case DEFAULT -> RuleId.R2.red("rule.manualBackup.red.default", "source", name);
      case TRIAL -> RuleId.R1.red("rule.manualBackup.red.trial", "source", name);
      case UNKNOWN ->
          RuleId.R2.amber(
              "rule.manualBackup.amber.unknown", "source", name, "type", unknownType(source));
    };
  }

  /** What can be said of a target before the source is known (R7). */
  static Finding target(EnvironmentProfile target) {
    String name = target.name();
    return switch (target.environment().type()) {
      case SANDBOX -> RuleId.R7.green("rule.target.green", "target", name);
      case DEVELOPER -> RuleId.R7.amber("rule.target.amber.developer", "target", name);
      case TEAMS -> RuleId.R7.amber("rule.target.amber.teams", "target", name);
      case UNKNOWN -> unknownTarget(target);
      case PRODUCTION, DEFAULT, TRIAL -> forbiddenTarget(target);
    };
  }

  /** What it costs to make a sandbox of a production environment, as R7 asks for (R3). */
  static Optional<Finding> conversion(EnvironmentProfile target) {
    if (target.environment().type() != EnvironmentType.PRODUCTION) {
      return Optional.empty();
    }
    boolean loses =
        target
            .environment()
            .retention()
            .flatMap(Retention::period)
            .filter(period -> period.compareTo(RestoreWindow.SANDBOX) <= 0)
            .isEmpty();
    return Optional.of(
        loses
            ? RuleId.R3.amber("rule.conversion.amber", "target", target.name())
            : RuleId.R3.green("rule.conversion.green", "target", target.name()));
  }

  /** Whether the type of the source may go onto the type of the target (R7, R8). */
  static Finding pair(EnvironmentProfile source, EnvironmentProfile target) {
    EnvironmentType to = target.environment().type();
    if (to == EnvironmentType.PRODUCTION
        || to == EnvironmentType.DEFAULT
        || to == EnvironmentType.TRIAL) {
      return forbiddenTarget(target);
    }
    if (to == EnvironmentType.UNKNOWN) {
      return unknownTarget(target);
    }
    if (source.id().equals(target.id())) {
      return RuleId.R8.green(
          "rule.types.green.itself", "target", target.name(), "type", word(target));
    }
    return switch (to) {
      case SANDBOX -> ontoSandbox(source, target);
      case DEVELOPER -> ontoDeveloper(source, target);
      default -> RuleId.R7.red(RuleMessages.pair("rule.types.red.teamsTarget", source, target));
    };
  }

  private static Finding ontoSandbox(EnvironmentProfile source, EnvironmentProfile target) {
    return switch (source.environment().type()) {
      case PRODUCTION, SANDBOX, DEVELOPER ->
          RuleId.R7.green(RuleMessages.pair("rule.types.green.sandbox", source, target));
      case TEAMS -> RuleId.R7.red(RuleMessages.pair("rule.types.red.teamsSource", source, target));
      case TRIAL -> RuleId.R7.red(RuleMessages.pair("rule.types.red.trialSource", source, target));
      case DEFAULT -> fromDefault(source, target);
      case UNKNOWN -> unknownSource(source, target);
    };
  }

  private static Finding ontoDeveloper(EnvironmentProfile source, EnvironmentProfile target) {
    return switch (source.environment().type()) {
      case DEVELOPER ->
          RuleId.R7.green(RuleMessages.pair("rule.types.green.developer", source, target));
      case DEFAULT -> fromDefault(source, target);
      case UNKNOWN -> unknownSource(source, target);
      default ->
          RuleId.R7.red(
              RuleMessages.pair("rule.types.red.developer", source, target)
                  .with("type", word(source)));
    };
  }

  private static Finding forbiddenTarget(EnvironmentProfile target) {
    String name = target.name();
    return switch (target.environment().type()) {
      case PRODUCTION -> RuleId.R7.red("rule.target.red.production", "target", name);
      case DEFAULT -> RuleId.R7.red("rule.target.red.default", "target", name);
      default -> RuleId.R7.red("rule.target.red.trial", "target", name);
    };
  }

  private static Finding fromDefault(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R7.amber(RuleMessages.pair("rule.types.amber.default", source, target));
  }

  private static Finding unknownSource(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R7.amber(
        RuleMessages.pair("rule.types.amber.unknown", source, target)
            .with("type", unknownType(source)));
  }

  private static Finding unknownTarget(EnvironmentProfile target) {
    return RuleId.R7.amber(
        "rule.target.amber.unknown", "target", target.name(), "type", unknownType(target));
  }

  private static Message unknownType(EnvironmentProfile subject) {
    String word = subject.environment().typeWord();
    return word.isBlank()
        ? Message.of("rule.type.unnamed")
        : Message.of("rule.type.unrecognized", "type", word);
  }

  private static Message word(EnvironmentProfile subject) {
    return switch (subject.environment().type()) {
      case PRODUCTION -> Message.of("rule.type.production");
      case SANDBOX -> Message.of("rule.type.sandbox");
      case DEVELOPER -> Message.of("rule.type.developer");
      case TRIAL -> Message.of("rule.type.trial");
      case DEFAULT -> Message.of("rule.type.default");
      case TEAMS -> Message.of("rule.type.teams");
      case UNKNOWN -> Message.of("rule.type.other", "type", subject.environment().typeWord());
    };
  }
}

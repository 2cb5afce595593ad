package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;

import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
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
        ? Optional.of(
            RuleId.R1.red("%s is a trial environment; those are not backed up.", source.name()))
        : Optional.empty();
  }

  /** Whether a manual backup can be made (R1, R2). */
  static Finding manualBackup(EnvironmentProfile source) {
    String name = source.name();
    return switch (source.environment().type()) {
      case PRODUCTION, SANDBOX ->
          RuleId.R2.green(
              "%s is a %s environment: manual backups are supported.", name, word(source));
      case DEVELOPER, TEAMS ->
          RuleId.R2.amber(
              "%s is a %s environment. The documentation once named manual backups of these as not"
                  + " supported and no longer does; the service decides.",
              name, word(source));
      case DEFAULT ->
          RuleId.R2.red(
              "%s is the default environment: the service takes no manual backup of it. Its system"
                  + " backups go on.",
              name);
      case TRIAL -> RuleId.R1.red("%s is a trial environment; those cannot be backed up.", name);
      case UNKNOWN -> RuleId.R2.amber("%s is %s; the service decides.", name, unknownType(source));
    };
  }

  /** What can be said of a target before the source is known (R7). */
  static Finding target(EnvironmentProfile target) {
    String name = target.name();
    return switch (target.environment().type()) {
      case SANDBOX ->
          RuleId.R7.green(
              "%s is a sandbox environment and may be overwritten with a restore.", name);
      case DEVELOPER ->
          RuleId.R7.amber(
              "%s is a developer environment: only a developer environment, perhaps also the"
                  + " default one, can be restored onto it.",
              name);
      case TEAMS ->
          RuleId.R7.amber("%s is a Teams environment: it can only be restored onto itself.", name);
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
            ? RuleId.R3.amber(
                "Changed to a sandbox, %s keeps its backups for 7 days only: older ones are dropped"
                    + " at once, unless it is soon changed back.",
                target.name())
            : RuleId.R3.green(
                "%s keeps its backups for 7 days, as a sandbox does: changed to one, it loses"
                    + " none.",
                target.name()));
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
          "%s is a %s environment and may be restored onto itself.", target.name(), word(target));
    }
    return switch (to) {
      case SANDBOX -> ontoSandbox(source, target);
      case DEVELOPER -> ontoDeveloper(source, target);
      default ->
          RuleId.R7.red(
              "%s is a Teams environment: it can only be restored onto itself, not from %s.",
              target.name(), source.name());
    };
  }

  private static Finding ontoSandbox(EnvironmentProfile source, EnvironmentProfile target) {
    return switch (source.environment().type()) {
      case PRODUCTION, SANDBOX, DEVELOPER ->
          RuleId.R7.green(
              "By their types, %s may be overwritten with %s: it is a sandbox environment.",
              target.name(), source.name());
      case TEAMS ->
          RuleId.R7.red(
              "%s is a Teams environment: it can only be restored onto itself, not onto %s.",
              source.name(), target.name());
      case TRIAL ->
          RuleId.R7.red(
              "%s is a trial environment and no source for %s.", source.name(), target.name());
      case DEFAULT -> fromDefault(source, target);
      case UNKNOWN -> unknownSource(source, target);
    };
  }

  private static Finding ontoDeveloper(EnvironmentProfile source, EnvironmentProfile target) {
    return switch (source.environment().type()) {
      case DEVELOPER ->
          RuleId.R7.green(
              "By their types, %s may be restored onto %s: both are developer environments.",
              source.name(), target.name());
      case DEFAULT -> fromDefault(source, target);
      case UNKNOWN -> unknownSource(source, target);
      default ->
          RuleId.R7.red(
              "%s is a developer environment: only another developer environment can be restored"
                  + " onto it, and %s is a %s environment.",
              target.name(), source.name(), word(source));
    };
  }

  private static Finding forbiddenTarget(EnvironmentProfile target) {
    String name = target.name();
    return switch (target.environment().type()) {
      case PRODUCTION ->
          RuleId.R7.red(
              "%s is a production environment, and nothing can be restored onto one. It would have"
                  + " to be changed to a sandbox first.",
              name);
      case DEFAULT ->
          RuleId.R7.red(
              "%s is the default environment, and nothing can be restored onto it.", name);
      default ->
          RuleId.R7.red("%s is a trial environment, and nothing can be restored onto one.", name);
    };
  }

  private static Finding fromDefault(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R7.amber(
        "%s is the default environment. The documentation has not always allowed to restore it, and"
            + " never clearly onto %s; the service decides.",
        source.name(), target.name());
  }

  private static Finding unknownSource(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R7.amber(
        "%s is %s; whether it may be restored onto %s the service decides.",
        source.name(), unknownType(source), target.name());
  }

  private static Finding unknownTarget(EnvironmentProfile target) {
    return RuleId.R7.amber(
        "%s is %s; whether it may be a target the service decides.",
        target.name(), unknownType(target));
  }

  private static String unknownType(EnvironmentProfile subject) {
    String word = subject.environment().typeWord();
    return word.isBlank()
        ? "of a type that the service does not name"
        : "of the type " + word + ", which Holdfast does not know";
  }

  private static String word(EnvironmentProfile subject) {
    return switch (subject.environment().type()) {
      case PRODUCTION -> "production";
      case SANDBOX -> "sandbox";
      case DEVELOPER -> "developer";
      case TRIAL -> "trial";
      case DEFAULT -> "default";
      case TEAMS -> "Teams";
      case UNKNOWN -> subject.environment().typeWord();
    };
  }
}

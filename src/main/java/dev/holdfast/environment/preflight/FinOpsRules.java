package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsVersion;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.VersionComparator;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What becomes of the finance and operations apps and their data (rules R14, R15, R17). */
final class FinOpsRules {

  private static final String OLDER = "rule.version.amber.older";
  private static final String FIRST_BUILD = "10.0.1000";
  private static final int MOST_OFFERED = 3;
  private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)*");

  private FinOpsRules() {}

  /** Whether the kinds fit, and which data moves (R14, R15). Empty where there are no such apps. */
  static Optional<Finding> kinds(EnvironmentProfile source, EnvironmentProfile target) {
    return fit(source, target)
        .map(found -> found.toldBy(tellers(source, target, FinOpsDeployment::kindFrom)));
  }

  private static Optional<Finding> fit(EnvironmentProfile source, EnvironmentProfile target) {
    if (source.id().equals(target.id())) {
      return ontoItself(target);
    }
    if (source.kind() == EnvironmentKind.LCS_CLOUD_HOSTED) {
      return Optional.of(listed(source, target));
    }
    if (source.kind() == EnvironmentKind.UNKNOWN || target.kind() == EnvironmentKind.UNKNOWN) {
      return Optional.of(unknown(source, target));
    }
    if (hasApps(source) && target.kind().unified()) {
      return Optional.of(listed(source, target));
    }
    if (target.kind().unified()) {
      return Optional.of(
          RuleId.R14.amber(
              RuleMessages.pair("rule.finops.amber.dataverseOnly", source, target)
                  .with("sourceKind", source.kind().message())
                  .with("targetKind", target.kind().message())));
    }
    if (target.kind().lcs()) {
      return Optional.of(onlyDataverse(source, target));
    }
    return withoutTargetApps(source, target);
  }

  /** A source older than its target takes newer features away (R17). Unified on both sides only. */
  static Optional<Finding> versions(EnvironmentProfile source, EnvironmentProfile target) {
    if (source.id().equals(target.id()) || !source.kind().unified() || !target.kind().unified()) {
      return Optional.empty();
    }
    return Optional.of(
        compared(source, target).toldBy(tellers(source, target, FinOpsDeployment::versionFrom)));
  }

  private static Finding compared(EnvironmentProfile source, EnvironmentProfile target) {
    Optional<String> from = version(source);
    Optional<String> to = version(target);
    if (from.isEmpty() || to.isEmpty()) {
      return RuleId.R17.amber(
          "rule.version.amber.unknown",
          "environment",
          from.isEmpty() ? source.name() : target.name());
    }
    boolean older = VersionComparator.compare(from.get(), to.get()) < 0;
    return RuleId.R17.check(
        older ? Severity.AMBER : Severity.GREEN,
        RuleMessages.pair(older ? OLDER : "rule.version.green", source, target)
            .with("from", from.get())
            .with("to", to.get()));
  }

  /** Whether it warns that an older version comes onto the target. */
  static boolean isOlder(Finding finding) {
    return finding.message().code().equals(OLDER);
  }

  /**
   * That warning, and to which versions the service offers to update the source.
   *
   * @param answer of the service; never a reason to refuse anything
   */
  static Finding offered(
      Finding older, EnvironmentProfile source, FinOpsAnswer<List<FinOpsVersion>> answer) {
    Message sentence =
        answer
            .known()
            .map(all -> newer(all, version(source).orElse("")))
            .map(
                versions ->
                    versions.isEmpty()
                        ? Message.of("rule.version.offered.none")
                        : Message.of("rule.version.offered").with("versions", versions))
            .orElseGet(() -> Message.of("rule.version.offered.unknown"));
    return older.adding(sentence.with("source", source.name()), Finding.Teller.FINOPS_VERSIONS);
  }

  private static List<Message> newer(List<FinOpsVersion> offered, String own) {
    return offered.stream()
        .filter(
            one ->
                isRelease(one.version()) != isRelease(own)
                    || VersionComparator.compare(one.version(), own) > 0)
        .sorted((one, other) -> VersionComparator.compare(other.version(), one.version()))
        .limit(MOST_OFFERED)
        .map(FinOpsRules::named)
        .toList();
  }

  /**
   * The service lists releases such as {@code 10.0.48.7}, and calls what is installed by its build,
   * such as {@code 10.0.2645.136} (facts 6.1, 6.4): these two say nothing of each other's age.
   */
  private static boolean isRelease(String version) {
    return VersionComparator.compare(version, FIRST_BUILD) < 0;
  }

  private static Message named(FinOpsVersion offered) {
    String stage = offered.releaseStage().strip();
    if (stage.isEmpty()) {
      return Message.plain(offered.version());
    }
    boolean preview = stage.toLowerCase(Locale.ROOT).contains("preview");
    return Message.of(
        preview ? "rule.version.offered.preview" : "rule.version.offered.stage",
        "version",
        offered.version(),
        "stage",
        Message.plain(stage));
  }

  /** A version that isn't made of numbers can't be compared. */
  private static Optional<String> version(EnvironmentProfile environment) {
    return environment
        .deployment()
        .flatMap(FinOpsDeployment::applicationVersion)
        .filter(version -> NUMBERS.matcher(version.strip()).matches());
  }

  /** Who said something of the apps of the two. */
  private static Finding.Teller[] tellers(
      EnvironmentProfile source,
      EnvironmentProfile target,
      Function<FinOpsDeployment, FinOpsDeployment.Source> told) {
    return Stream.of(source, target)
        .flatMap(environment -> environment.deployment().stream())
        .map(told)
        .map(Finding.Teller::of)
        .distinct()
        .toArray(Finding.Teller[]::new);
  }

  /** A manual backup reaches only what lives in Dataverse (R15). */
  static Optional<Finding> backup(EnvironmentProfile source) {
    if (source.kind().lcs()) {
      return Optional.of(
          RuleId.R15.amber("rule.lifecycleServices.amber.backup", "source", source.name()));
    }
    return source.kind() == EnvironmentKind.UNKNOWN
        ? Optional.of(
            RuleId.R15.amber("rule.lifecycleServices.amber.backupUnknown", "source", source.name()))
        : Optional.empty();
  }

  /** What can be said of a target before the source is known (R15). */
  static Optional<Finding> target(EnvironmentProfile target) {
    return ontoItself(target);
  }

  private static Optional<Finding> ontoItself(EnvironmentProfile target) {
    if (target.kind().lcs()) {
      return Optional.of(
          RuleId.R15.amber("rule.lifecycleServices.amber.itself", "target", target.name()));
    }
    return target.kind() == EnvironmentKind.UNKNOWN
        ? Optional.of(
            RuleId.R15.amber("rule.lifecycleServices.amber.unknown", "target", target.name()))
        : Optional.empty();
  }

  private static Finding listed(EnvironmentProfile source, EnvironmentProfile target) {
    FinOpsCompatibility row = FinOpsCompatibility.of(source.kind(), target.kind());
    String why =
        source.kind() == EnvironmentKind.UNIFIED
                || target.kind() == EnvironmentKind.UNIFIED
                || source.kind() == EnvironmentKind.LCS
            ? "rule.finops.unknownKind"
            : row.why();
    return RuleId.R14.check(
        row.severity(),
        RuleMessages.pair("rule.finops.pair", source, target)
            .with("sourceKind", source.kind().message())
            .with("targetKind", target.kind().message())
            .with("why", Message.of(why)));
  }

  private static Finding onlyDataverse(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R15.amber(
        RuleMessages.pair("rule.lifecycleServices.amber.target", source, target));
  }

  private static Optional<Finding> withoutTargetApps(
      EnvironmentProfile source, EnvironmentProfile target) {
    if (source.kind().unified()) {
      return Optional.of(
          RuleId.R15.red(RuleMessages.pair("rule.lifecycleServices.red.noApps", source, target)));
    }
    return source.kind().lcs()
        ? Optional.of(
            RuleId.R15.amber(
                RuleMessages.pair("rule.lifecycleServices.amber.source", source, target)))
        : Optional.empty();
  }

  private static Finding unknown(EnvironmentProfile source, EnvironmentProfile target) {
    return RuleId.R14.amber(
        RuleMessages.pair("rule.finops.amber.unknown", source, target)
            .with(
                "environment",
                source.kind() == EnvironmentKind.UNKNOWN ? source.name() : target.name()));
  }

  private static boolean hasApps(EnvironmentProfile subject) {
    return subject.kind().unified() || subject.kind().lcs();
  }
}

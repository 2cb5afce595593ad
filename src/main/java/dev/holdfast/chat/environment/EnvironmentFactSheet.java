package dev.holdfast.chat.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One environment as facts. What the service leaves out is said to be left out where it matters.
 */
final class EnvironmentFactSheet {

  private static final String NOT_SAID = "not said by the service";

  private final EnvironmentProfile subject;
  private final Environment environment;
  private final ZoneId zone;
  private final Instant now;

  EnvironmentFactSheet(EnvironmentProfile subject, ZoneId zone, Instant now) {
    this.subject = subject;
    this.environment = subject.environment();
    this.zone = zone;
    this.now = now;
  }

  /** What it is. */
  List<Fact> description() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Type", said(environment.typeWord())));
    facts.add(new Fact("Kind", subject.kind().word()));
    subject
        .deployment()
        .map(EnvironmentFactSheet::versions)
        .ifPresent(v -> add(facts, "Version", v));
    environment.dataverse().map(this::dataverse).ifPresent(words -> add(facts, "Dataverse", words));
    facts.add(new Fact("Region", said(environment.region())));
    environment.groupId().ifPresent(group -> facts.add(new Fact("Group", group)));
    facts.add(
        new Fact("Managed", environment.managed().map(yes -> yes ? "yes" : "no").orElse(NOT_SAID)));
    facts.add(new Fact("Key", key()));
    environment.networkPolicy().ifPresent(policy -> add(facts, "Network", policy));
    environment
        .securityGroupId()
        .ifPresent(group -> add(facts, "Access", "security group " + group));
    add(facts, "Storage", storage());
    environment.createdBy().ifPresent(owner -> add(facts, "Created by", owner));
    facts.add(new Fact("Id", environment.id()));
    return facts;
  }

  /**
   * How far back it can be taken, and what the rules and the service allow.
   *
   * @param asSource what the rules find of a manual backup
   * @param asTarget what the rules find of a restore onto it, whatever the source
   */
  List<Fact> backup(List<Finding> asSource, List<Finding> asTarget) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Retention",
            environment
                .retention()
                .flatMap(Retention::period)
                .map(period -> period.toDays() + " days")
                .orElse(NOT_SAID)));
    facts.add(
        new Fact(
            "Earliest",
            RestoreWindow.earliest(subject, now)
                .map(from -> DateTimeFormat.both(from, zone))
                .orElse(NOT_SAID)));
    facts.add(new Fact("Backup", rules(asSource)));
    facts.add(new Fact("As target", rules(asTarget)));
    facts.add(
        new Fact(
            "Service says", "backup " + verdict("Backup") + "; restore " + verdict("Restore")));
    return facts;
  }

  List<ExternalLink> links() {
    return Stream.of(
            finOpsAddress().flatMap(url -> ExternalLink.to("Open finance and operations", url)),
            environment
                .dataverse()
                .flatMap(Dataverse::url)
                .flatMap(url -> ExternalLink.to("Open Dataverse", url)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> finOpsAddress() {
    if (environment.finOps() instanceof FinOpsLink.Unified unified) {
      return unified.url();
    }
    return environment.finOps() instanceof FinOpsLink.LcsLinked linked
        ? linked.url()
        : Optional.empty();
  }

  /** What the rules make of it, with the first of the worst findings. */
  private String rules(List<Finding> checks) {
    Severity worst = Finding.worst(checks);
    String first =
        checks.stream()
            .filter(check -> check.severity() == worst)
            .findFirst()
            .map(check -> ": " + DateTimeFormat.spelledOut(check.sentence(), zone))
            .orElse("");
    return switch (worst) {
      case GREEN -> "✓ possible";
      case AMBER -> "! with care" + first;
      case RED -> "✕ not possible" + first;
    };
  }

  /** The service's own word, with its reason; of an operation it need not have one. */
  private String verdict(String operation) {
    Optional<Verdict> verdict =
        environment.enforcement().entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(operation))
            .map(Map.Entry::getValue)
            .findFirst();
    if (verdict.isEmpty()) {
      return "! " + NOT_SAID;
    }
    Optional<String> reason = verdict.get().reason().or(() -> verdict.get().reasonType());
    return (verdict.get().allowed() ? "✓ allowed" : "✕ not allowed")
        + reason.map(words -> ": " + words).orElse("");
  }

  private static String versions(FinOpsDeployment deployment) {
    return Stream.of(
            deployment.applicationVersion().map(version -> "application " + version),
            deployment.platformVersion().map(version -> "platform " + version))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private String dataverse(Dataverse dataverse) {
    return Stream.of(
            dataverse.version(),
            dataverse.url().filter(url -> ExternalLink.to("", url).isEmpty()),
            dataverse.instanceState().filter(word -> !word.equalsIgnoreCase("Ready")),
            dataverse
                .backgroundOperations()
                .filter(word -> !word.equalsIgnoreCase("Enabled"))
                .map(word -> "background operations " + word.toLowerCase(Locale.ROOT)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private String key() {
    String whose =
        environment
            .customerKey()
            .map(customer -> customer ? "the customer's" : "Microsoft's")
            .orElse(NOT_SAID);
    return environment.keyPolicy().map(policy -> whose + ", policy " + policy).orElse(whose);
  }

  private String storage() {
    String lines =
        environment.capacities().stream()
            .filter(capacity -> capacity.actual() > 0)
            .map(EnvironmentFactSheet::line)
            .collect(Collectors.joining(", "));
    Optional<Instant> counted =
        environment.capacities().stream()
            .map(Capacity::measuredAt)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return lines.isEmpty()
        ? lines
        : lines
            + counted.map(at -> " (counted " + DateTimeFormat.relative(at, now) + ")").orElse("");
  }

  private static String line(Capacity capacity) {
    double megabytes = capacity.actualMegabytes();
    return megabytes > 0
        ? String.format(Locale.ENGLISH, "%s %.1f GB", capacity.type(), megabytes / 1024)
        : String.format(
            Locale.ENGLISH, "%s %.1f %s", capacity.type(), capacity.actual(), capacity.unit());
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isBlank()) {
      facts.add(new Fact(name, value));
    }
  }

  private static String said(String word) {
    return word.isBlank() ? NOT_SAID : word;
  }
}

package dev.holdfast.chat.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.card.view.Fact;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.message.RelativeTime;
import java.time.Instant;
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

  private static final String NOT_REPORTED = "environment.notReported";

  private final EnvironmentProfile subject;
  private final Environment environment;
  private final CardTexts texts;
  private final Instant now;

  EnvironmentFactSheet(EnvironmentProfile subject, CardTexts texts, Instant now) {
    this.subject = subject;
    this.environment = subject.environment();
    this.texts = texts;
    this.now = now;
  }

  /** What it is. */
  List<Fact> description() {
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("environment.type", reported(environment.typeWord())));
    facts.add(texts.fact("environment.kind", subject.kind().message()));
    add(facts, "environment.version", subject.deployment().map(this::versions));
    add(facts, "environment.dataverse", environment.dataverse().map(this::dataverse));
    facts.add(texts.fact("environment.region", reported(environment.region())));
    add(facts, "environment.group", environment.groupId());
    facts.add(texts.fact("environment.managed", managed()));
    facts.add(texts.fact("environment.key", key()));
    add(facts, "environment.network", environment.networkPolicy());
    add(
        facts,
        "environment.access",
        environment
            .securityGroupId()
            .map(group -> texts.of("environment.access.group", "group", group)));
    add(facts, "environment.storage", Optional.of(storage()));
    add(facts, "environment.createdBy", environment.createdBy());
    facts.add(texts.fact("environment.id", environment.id()));
    return facts;
  }

  /**
   * How far back it can be taken, and what the rules and the service allow.
   *
   * @param asSource what the rules find of a manual backup
   * @param asTarget what the rules find of a restore onto it, whatever the source
   */
  List<Fact> backup(List<Finding> asSource, List<Finding> asTarget) {
    return List.of(
        texts.fact("environment.retention", retention()),
        texts.fact(
            "environment.earliest",
            RestoreWindow.earliest(subject, now)
                .map(texts::at)
                .orElseGet(() -> texts.of(NOT_REPORTED))),
        texts.fact("environment.backup", rules(asSource)),
        texts.fact("environment.asTarget", rules(asTarget)),
        texts.fact(
            "environment.verdicts",
            Message.of(
                "environment.verdicts.each",
                "backup",
                verdict("Backup"),
                "restore",
                verdict("Restore"))));
  }

  private Message managed() {
    return environment
        .managed()
        .map(yes -> Message.of(yes ? "environment.managed.yes" : "environment.managed.no"))
        .orElseGet(() -> Message.of(NOT_REPORTED));
  }

  private Message retention() {
    return environment
        .retention()
        .flatMap(Retention::period)
        .map(period -> Message.of("environment.retention.days", "days", period.toDays()))
        .orElseGet(() -> Message.of(NOT_REPORTED));
  }

  List<ExternalLink> links() {
    return Stream.of(
            finOpsAddress().flatMap(url -> link("environment.openFinops", url)),
            environment
                .dataverse()
                .flatMap(Dataverse::url)
                .flatMap(url -> link("environment.openDataverse", url)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ExternalLink> link(String code, String url) {
    return ExternalLink.to(texts.of(code), url);
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
  private Message rules(List<Finding> checks) {
    Severity worst = Finding.worst(checks);
    if (worst == Severity.GREEN) {
      return Message.of("environment.rules.green");
    }
    Message first =
        checks.stream()
            .filter(check -> check.severity() == worst)
            .findFirst()
            .orElseThrow()
            .message();
    return Message.of(
        worst == Severity.RED ? "environment.rules.red" : "environment.rules.amber",
        "finding",
        first);
  }

  /** The service's own word, with its reason; of an operation it need not have one. */
  private Message verdict(String operation) {
    Optional<Verdict> verdict =
        environment.enforcement().entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(operation))
            .map(Map.Entry::getValue)
            .findFirst();
    if (verdict.isEmpty()) {
      return Message.of("environment.verdict.none");
    }
    Message allowed =
        Message.of(
            verdict.get().allowed()
                ? "environment.verdict.allowed"
                : "environment.verdict.notAllowed");
    return verdict
        .get()
        .reason()
        .or(() -> verdict.get().reasonType())
        .map(
            reason ->
                Message.of("environment.verdict.reason", "verdict", allowed, "reason", reason))
        .orElse(allowed);
  }

  private String versions(FinOpsDeployment deployment) {
    return Stream.of(
            deployment
                .applicationVersion()
                .map(version -> texts.of("environment.version.application", "version", version)),
            deployment
                .platformVersion()
                .map(version -> texts.of("environment.version.platform", "version", version)))
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
                .map(
                    word ->
                        texts.of("environment.background", "state", word.toLowerCase(Locale.ROOT))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private Message key() {
    Message whose =
        environment
            .customerKey()
            .map(
                customer ->
                    Message.of(customer ? "environment.key.customer" : "environment.key.microsoft"))
            .orElseGet(() -> Message.of(NOT_REPORTED));
    return environment
        .keyPolicy()
        .map(policy -> Message.of("environment.key.policy", "key", whose, "policy", policy))
        .orElse(whose);
  }

  private String storage() {
    String amounts =
        environment.capacities().stream()
            .filter(capacity -> capacity.actual() > 0)
            .map(this::amount)
            .collect(Collectors.joining(", "));
    Optional<Instant> measured =
        environment.capacities().stream()
            .map(Capacity::measuredAt)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return amounts.isEmpty() || measured.isEmpty()
        ? amounts
        : texts.of(
            "environment.storage.measured",
            "amounts",
            amounts,
            "time",
            new RelativeTime(measured.get(), now));
  }

  private String amount(Capacity capacity) {
    double megabytes = capacity.actualMegabytes();
    return texts.of(
        "environment.storage.amount",
        "type",
        capacity.type(),
        "amount",
        megabytes > 0 ? megabytes / 1024 : capacity.actual(),
        "unit",
        megabytes > 0 ? "GB" : capacity.unit());
  }

  private void add(List<Fact> facts, String code, Optional<String> value) {
    value.filter(text -> !text.isBlank()).map(text -> texts.fact(code, text)).ifPresent(facts::add);
  }

  private String reported(String word) {
    return word.isBlank() ? texts.of(NOT_REPORTED) : word;
  }
}

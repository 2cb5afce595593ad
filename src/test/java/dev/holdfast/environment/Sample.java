package dev.holdfast.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment that is in order in every way, until a test says otherwise. */
public final class Sample {

  public static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");

  private final String name;
  private final EnvironmentType type;
  private String id;
  private String typeWord;
  private String region = "europe";
  private Optional<Dataverse> dataverse =
      Optional.of(new Dataverse("org", Optional.empty(), Optional.empty()));
  private FinOpsLink finOps = new FinOpsLink.None();
  private Optional<FinOpsDeployment> deployment = Optional.empty();
  private Optional<Boolean> managed = Optional.of(false);
  private Optional<Boolean> customerKey = Optional.of(false);
  private Optional<String> networkPolicy = Optional.empty();
  private Optional<String> securityGroup = Optional.empty();
  private Optional<String> keyPolicy = Optional.empty();
  private Optional<Retention> retention =
      Optional.of(
          new Retention(
              Optional.of(Duration.ofDays(7)), Optional.of(NOW.minus(Duration.ofDays(7)))));
  private Optional<String> managementState = Optional.of("Ready");
  private Optional<String> runtimeState = Optional.of("Enabled");
  private Optional<String> provisioningState = Optional.empty();
  private final List<Capacity> capacities = new ArrayList<>();
  private final Map<String, Verdict> enforcement = new HashMap<>();
  private List<String> unreadable = List.of();

  private Sample(String name, EnvironmentType type) {
    this.name = name;
    this.type = type;
    this.id = "id-" + name;
    this.typeWord = type.name();
    allows("Backup").allows("Restore");
  }

  public static Sample of(EnvironmentType type, String name) {
    return new Sample(name, type);
  }

  public static Sample sandbox(String name) {
    return of(EnvironmentType.SANDBOX, name);
  }

  public static Sample production(String name) {
    return of(EnvironmentType.PRODUCTION, name);
  }

  /**
   * As a table of a test writes it: a kind or the service's word for a type, and what is out of
   * order, such as {@code Sandbox region=asia managed=? busy}. A question mark is what the service
   * does not say.
   */
  public static Sample read(String words, String name) {
    String[] all = words.strip().split("\\s+");
    Sample sample = beginning(all[0], name);
    for (String word : List.of(all).subList(1, all.length)) {
      String[] parts = word.split("=", 2);
      sample.set(parts[0], parts.length == 1 ? "" : parts[1].replace('_', ' '));
    }
    return sample;
  }

  private static Sample beginning(String word, String name) {
    if (List.of(EnvironmentKind.values()).stream().anyMatch(kind -> kind.name().equals(word))) {
      return of(EnvironmentKind.valueOf(word), name);
    }
    return switch (word) {
      case "Production" -> production(name).typeWord(word);
      case "Sandbox" -> sandbox(name).typeWord(word);
      case "Developer" -> of(EnvironmentType.DEVELOPER, name).typeWord(word);
      case "Trial", "SubscriptionBasedTrial" -> of(EnvironmentType.TRIAL, name).typeWord(word);
      case "Default" -> of(EnvironmentType.DEFAULT, name).typeWord(word);
      case "Teams" -> of(EnvironmentType.TEAMS, name).typeWord(word);
      case "odd" -> of(EnvironmentType.UNKNOWN, name).typeWord("").region("").withoutDataverse();
      default -> of(EnvironmentType.UNKNOWN, name).typeWord(word);
    };
  }

  private void set(String what, String value) {
    boolean unknown = value.equals("?");
    switch (what) {
      case "type" -> typeWord(unknown ? "" : value);
      case "region" -> region(unknown ? "" : value);
      case "no-Dataverse" -> withoutDataverse();
      case "managed" -> managed(unknown ? null : true);
      case "customer-key" -> customerKey(unknown ? null : true);
      case "key-policy" -> keyPolicy = Optional.of(value);
      case "network" -> network(value);
      case "version" -> unified(deployment.orElseThrow().deploymentType(), unknown ? null : value);
      case "database" -> database(Double.parseDouble(value));
      case "state" -> state(unknown ? null : value);
      case "runtime" -> runtimeState = Optional.of(value).filter(word -> !unknown);
      case "provisioning" -> provisioningState = Optional.of(value);
      case "instance" -> instance(value);
      case "keeps" -> keeps(value);
      case "refuses-restore" -> refuses("Restore", value.isEmpty() ? null : value);
      case "refuses-backup" -> refuses("Backup", value.isEmpty() ? null : value);
      case "silent-on-restore" -> silentOn("Restore");
      case "silent" -> enforcement.clear();
      default -> throw new IllegalArgumentException("no word of the tables: " + what);
    }
  }

  /** {@code P7D}, {@code P7D/P9D} for a window that is longer than the period, or a part of it. */
  private void keeps(String value) {
    String[] parts = value.split("/", 2);
    Duration period = parts[0].equals("?") ? null : Duration.parse(parts[0]);
    retention(
        period,
        parts.length == 1 || parts[1].equals("?") ? null : NOW.minus(Duration.parse(parts[1])));
  }

  /** An environment of a kind, with the type that the kind usually has. */
  public static Sample of(EnvironmentKind kind, String name) {
    return switch (kind) {
      case UDE -> sandbox(name).unified("OnlineDev", "10.0.40");
      case USE -> sandbox(name).unified("Sandbox", "10.0.40");
      case UPE -> production(name).unified("Production", "10.0.40");
      case UNIFIED -> sandbox(name).unified();
      case LCS_SANDBOX -> sandbox(name).linked("https://contoso.sandbox.operations.dynamics.com/");
      case LCS_PRODUCTION -> production(name).linked("https://contoso.operations.dynamics.com/");
      case LCS_CLOUD_HOSTED -> sandbox(name).linked("https://contosodev.axcloud.dynamics.com/");
      case LCS -> sandbox(name).linked(null);
      case DATAVERSE_ONLY -> sandbox(name);
      case NO_DATAVERSE -> sandbox(name).withoutDataverse();
      case UNKNOWN -> sandbox(name).finOps(new FinOpsLink.Unknown("Federated"));
    };
  }

  public Sample id(String value) {
    id = value;
    return this;
  }

  Sample typeWord(String value) {
    typeWord = value;
    return this;
  }

  public Sample region(String value) {
    region = value;
    return this;
  }

  public Sample withoutDataverse() {
    dataverse = Optional.empty();
    return this;
  }

  Sample finOps(FinOpsLink value) {
    finOps = value;
    return this;
  }

  Sample unified() {
    return finOps(new FinOpsLink.Unified(Optional.empty()));
  }

  Sample unified(String deploymentType, String version) {
    deployment =
        Optional.of(
            new FinOpsDeployment(deploymentType, Optional.ofNullable(version), Optional.empty()));
    return unified();
  }

  Sample linked(String url) {
    return finOps(new FinOpsLink.LcsLinked(Optional.ofNullable(url)));
  }

  public Sample managed(Boolean value) {
    managed = Optional.ofNullable(value);
    return this;
  }

  Sample customerKey(Boolean value) {
    customerKey = Optional.ofNullable(value);
    return this;
  }

  Sample network(String policy) {
    networkPolicy = Optional.ofNullable(policy);
    return this;
  }

  public Sample securityGroup(String value) {
    securityGroup = Optional.of(value);
    return this;
  }

  public Sample retention(Duration period, Instant availableFrom) {
    retention =
        Optional.of(new Retention(Optional.ofNullable(period), Optional.ofNullable(availableFrom)));
    return this;
  }

  public Sample state(String value) {
    managementState = Optional.ofNullable(value);
    return this;
  }

  public Sample runtime(String value) {
    runtimeState = Optional.ofNullable(value);
    return this;
  }

  Sample provisioning(String value) {
    provisioningState = Optional.of(value);
    return this;
  }

  /** The state of its Dataverse. */
  Sample instance(String value) {
    dataverse =
        Optional.of(
            new Dataverse(
                "org", Optional.empty(), Optional.empty(), Optional.of(value), Optional.empty()));
    return this;
  }

  Sample database(double megabytes) {
    return capacity("Database", megabytes);
  }

  public Sample capacity(String kind, double megabytes) {
    capacities.add(new Capacity(kind, megabytes));
    return this;
  }

  Sample allows(String operation) {
    enforcement.put(operation, new Verdict(true, Optional.empty()));
    return this;
  }

  public Sample refuses(String operation, String reason) {
    enforcement.put(operation, new Verdict(false, Optional.ofNullable(reason)));
    return this;
  }

  /** Allowed, with words. */
  public Sample permits(String operation, String words) {
    enforcement.put(operation, new Verdict(true, Optional.of(words)));
    return this;
  }

  /** With the service's own word for the kind of reason. */
  public Sample refuses(String operation, Optional<String> reason, String reasonType) {
    enforcement.put(operation, new Verdict(false, reason, Optional.of(reasonType)));
    return this;
  }

  /** The service says this of it in a form that can't be read. */
  public Sample unreadable(String part) {
    unreadable = List.of(part);
    return this;
  }

  public Sample silentOn(String operation) {
    enforcement.remove(operation);
    return this;
  }

  Optional<FinOpsDeployment> deployment() {
    return deployment;
  }

  public Environment environment() {
    return new Environment(
        new Environment.Identity(id, name, type, typeWord, managed),
        new Environment.History(
            Optional.of("Megan Bowen"),
            Optional.of(NOW.minus(Duration.ofDays(400))),
            Optional.empty()),
        new Environment.Location(region, networkPolicy, Optional.empty(), securityGroup),
        new Environment.State(
            managementState, runtimeState, Optional.empty(), provisioningState, enforcement),
        new Environment.Encryption(customerKey, keyPolicy),
        new Environment.Links(dataverse, finOps),
        new Environment.Storage(retention, capacities),
        unreadable);
  }

  public EnvironmentProfile subject() {
    return EnvironmentProfile.of(environment(), deployment);
  }
}

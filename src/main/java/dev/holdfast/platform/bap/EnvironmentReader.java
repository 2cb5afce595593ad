package dev.holdfast.platform.bap;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.Environment;
import dev.holdfast.platform.Environment.Capacity;
import dev.holdfast.platform.Environment.Dataverse;
import dev.holdfast.platform.Environment.Retention;
import dev.holdfast.platform.Environment.Verdict;
import dev.holdfast.platform.FinOpsLink;
import dev.holdfast.platform.bap.EnvironmentWire.Enforcement;
import dev.holdfast.platform.bap.EnvironmentWire.LinkedApp;
import dev.holdfast.platform.bap.EnvironmentWire.Named;
import dev.holdfast.platform.bap.EnvironmentWire.Properties;
import dev.holdfast.platform.bap.EnvironmentWire.Ruling;
import dev.holdfast.platform.bap.EnvironmentWire.States;
import dev.holdfast.platform.http.Ids;
import dev.holdfast.platform.http.Wire;
import dev.holdfast.platform.http.WireTime;
import dev.holdfast.platform.http.WireWords;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From an environment on the wire to Holdfast's record, whatever is missing or new in it. */
final class EnvironmentReader {

  private static final Logger log = LoggerFactory.getLogger(EnvironmentReader.class);

  private EnvironmentReader() {}

  /**
   * One of a list. The list gives a part of the rulings on operations only (facts 1.6), and what a
   * part leaves out would be taken for the service's silence: so it counts for none.
   */
  static Optional<Environment> listed(JsonNode node) {
    JsonNode properties = node.path("properties");
    if (properties instanceof ObjectNode known) {
      known.remove("lifecycleOperationsEnforcement");
    }
    return read(node);
  }

  /**
   * Empty only when it has no id. One that is shaped unlike any other is kept with its id and name
   * and without anything to go by, so that it is seen as odd instead of missed.
   */
  static Optional<Environment> read(JsonNode node) {
    try {
      return Wire.read(node, EnvironmentWire.class)
          .flatMap(wire -> id(wire.name(), wire.id()).map(id -> environment(id, wire)));
    } catch (JacksonException e) {
      log.warn("An environment could not be read and is shown as odd: {}", e.getOriginalMessage());
      return odd(node);
    }
  }

  private static Optional<Environment> odd(JsonNode node) {
    String name = node.path("properties").path("displayName").asString(null);
    return id(node.path("name").asString(null), node.path("id").asString(null))
        .map(id -> environment(id, new EnvironmentWire(null, id, null, Properties.named(name))));
  }

  /**
   * The name is the id; where it is missing, it is the end of the path that the service calls id.
   */
  private static Optional<String> id(@Nullable String name, @Nullable String path) {
    return text(name)
        .or(
            () ->
                text(path)
                    .map(whole -> whole.substring(whole.lastIndexOf('/') + 1))
                    .filter(Ids::isId));
  }

  private static Environment environment(String id, EnvironmentWire wire) {
    Properties p = Objects.requireNonNullElse(wire.properties(), Properties.NONE);
    Optional<States> states = Optional.ofNullable(p.states());
    return new Environment(
        id,
        text(p.displayName()).orElse(id),
        WireWords.type(p.environmentSku()),
        text(p.environmentSku()).orElse(""),
        text(wire.location()).orElse(""),
        dataverse(p),
        finOps(p.linkedAppMetadata()),
        managed(p),
        customerKey(p),
        Optional.ofNullable(p.enterprisePolicies())
            .map(EnvironmentWire.EnterprisePolicies::vnets)
            .flatMap(EnvironmentReader::id),
        Optional.ofNullable(p.enterprisePolicies())
            .map(EnvironmentWire.EnterprisePolicies::customerManagedKeys)
            .flatMap(EnvironmentReader::id),
        Optional.ofNullable(p.parentEnvironmentGroup()).flatMap(EnvironmentReader::id),
        Optional.ofNullable(p.linkedEnvironmentMetadata())
            .flatMap(linked -> WireWords.id(linked.securityGroupId())),
        retention(p),
        states.map(States::management).flatMap(EnvironmentReader::id),
        states.map(States::runtime).flatMap(runtime -> text(runtime.id())),
        states.map(States::runtime).flatMap(runtime -> text(runtime.runtimeReasonCode())),
        present(p.capacity()).map(EnvironmentReader::capacity).toList(),
        enforcement(p.lifecycleOperationsEnforcement()),
        Optional.ofNullable(p.createdBy()).flatMap(person -> text(person.displayName())),
        WireTime.instant(p.createdTime()),
        WireTime.instant(p.lastModifiedTime()),
        text(p.provisioningState()));
  }

  private static Optional<Dataverse> dataverse(Properties p) {
    return Optional.ofNullable(p.linkedEnvironmentMetadata())
        .map(
            linked ->
                new Dataverse(
                    text(linked.resourceId()).orElse(""),
                    text(linked.instanceUrl()),
                    text(linked.version()),
                    text(linked.instanceState()),
                    text(linked.backgroundOperationsState())));
  }

  private static FinOpsLink finOps(@Nullable LinkedApp app) {
    return app == null ? new FinOpsLink.None() : WireWords.finOps(app.type(), app.url());
  }

  private static Optional<Boolean> managed(Properties p) {
    return Optional.ofNullable(p.governanceConfiguration())
        .flatMap(governance -> WireWords.managed(governance.protectionLevel()));
  }

  private static Optional<Boolean> customerKey(Properties p) {
    return Optional.ofNullable(p.protectionStatus())
        .flatMap(status -> WireWords.yesOrNo(status.keyManagedBy(), "Customer", "Microsoft"));
  }

  private static Optional<Retention> retention(Properties p) {
    var details = Optional.ofNullable(p.retentionDetails());
    Optional<Duration> period =
        details
            .flatMap(d -> WireTime.duration(d.retentionPeriod()))
            .or(() -> WireTime.duration(p.retentionPeriod()));
    var from = details.flatMap(d -> WireTime.instant(d.backupsAvailableFromDateTime()));
    return period.isEmpty() && from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Retention(period, from));
  }

  private static Capacity capacity(EnvironmentWire.Capacity capacity) {
    return new Capacity(
        text(capacity.capacityType()).orElse(""),
        Objects.requireNonNullElse(capacity.actualConsumption(), 0.0),
        Optional.ofNullable(capacity.ratedConsumption()),
        text(capacity.capacityUnit()).orElse("MB"),
        WireTime.instant(capacity.updatedOn()));
  }

  /** What is disallowed stays so, even when the service lists it under both. */
  private static Map<String, Verdict> enforcement(@Nullable Enforcement enforcement) {
    if (enforcement == null) {
      return Map.of();
    }
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    present(enforcement.allowedOperations()).forEach(ruling -> put(verdicts, ruling, true));
    present(enforcement.disallowedOperations()).forEach(ruling -> put(verdicts, ruling, false));
    return Map.copyOf(verdicts);
  }

  private static void put(Map<String, Verdict> verdicts, Ruling ruling, boolean allowed) {
    Optional<EnvironmentWire.Reason> reason = Optional.ofNullable(ruling.reason());
    Verdict verdict =
        new Verdict(
            allowed,
            reason.flatMap(given -> text(given.message())),
            reason.flatMap(given -> text(given.type())));
    Optional.ofNullable(ruling.type())
        .flatMap(EnvironmentReader::id)
        .ifPresent(operation -> verdicts.put(operation, verdict));
  }

  private static Optional<String> id(Named named) {
    return text(named.id());
  }

  private static <T> Stream<T> present(@Nullable List<@Nullable T> list) {
    return list == null ? Stream.of() : list.stream().filter(Objects::nonNull);
  }
}

package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.adminapi.Environment.Encryption;
import dev.holdfast.adminapi.Environment.History;
import dev.holdfast.adminapi.Environment.Identity;
import dev.holdfast.adminapi.Environment.Links;
import dev.holdfast.adminapi.Environment.Location;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.Environment.State;
import dev.holdfast.adminapi.Environment.Storage;
import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.http.PathIds;
import dev.holdfast.adminapi.http.StatusVocabulary;
import dev.holdfast.adminapi.http.WireObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From an environment on the wire (facts 1.6) to Holdfast's record, whatever is missing or new in
 * it. Each part is read on its own.
 */
final class BapEnvironmentMapper {

  private static final String LINKED_APP = "linkedAppMetadata";
  private static final String LINKED_DATAVERSE = "linkedEnvironmentMetadata";

  private final WireObject whole;
  private final Optional<WireObject> properties;

  private BapEnvironmentMapper(WireObject whole) {
    this.whole = whole;
    this.properties = whole.object("properties");
  }

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

  /** Empty only when it has no id. */
  static Optional<Environment> read(JsonNode node) {
    return WireObject.of(node)
        .map(BapEnvironmentMapper::new)
        .flatMap(BapEnvironmentMapper::environment);
  }

  private Optional<Environment> environment() {
    return id().map(this::environment);
  }

  /**
   * The name is the id; where it is missing, it is the end of the path that the service calls id.
   */
  private Optional<String> id() {
    return whole
        .text("name")
        .filter(PathIds::isId)
        .or(
            () ->
                whole
                    .text("id")
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .filter(PathIds::isId));
  }

  private Environment environment(String id) {
    return new Environment(
        identity(id),
        history(),
        location(),
        state(),
        encryption(),
        new Links(dataverse(), finOps()),
        new Storage(retention(), capacities()),
        whole.unreadable());
  }

  private Identity identity(String id) {
    String sku = text("environmentSku").orElse("");
    return new Identity(
        id,
        text("displayName").orElse(id),
        StatusVocabulary.type(sku),
        sku,
        object("governanceConfiguration")
            .flatMap(governance -> governance.text("protectionLevel"))
            .flatMap(StatusVocabulary::managed));
  }

  private History history() {
    return new History(
        object("createdBy").flatMap(person -> person.text("displayName")),
        properties.flatMap(all -> all.instant("createdTime")),
        properties.flatMap(all -> all.instant("lastModifiedTime")));
  }

  private Location location() {
    return new Location(
        whole.text("location").orElse(""),
        object("enterprisePolicies").flatMap(all -> id(all, "vnets")),
        properties.flatMap(all -> id(all, "parentEnvironmentGroup")),
        object(LINKED_DATAVERSE)
            .flatMap(linked -> linked.text("securityGroupId"))
            .flatMap(StatusVocabulary::id));
  }

  private State state() {
    Optional<WireObject> states = object("states");
    Optional<WireObject> runtime = states.flatMap(all -> all.object("runtime"));
    return new State(
        states.flatMap(all -> id(all, "management")),
        runtime.flatMap(state -> state.text("id")),
        runtime.flatMap(state -> state.text("runtimeReasonCode")),
        text("provisioningState"),
        enforcement());
  }

  private Encryption encryption() {
    return new Encryption(
        object("protectionStatus")
            .flatMap(status -> status.text("keyManagedBy"))
            .flatMap(word -> StatusVocabulary.yesOrNo(word, "Customer", "Microsoft")),
        object("enterprisePolicies").flatMap(all -> id(all, "customerManagedKeys")));
  }

  private List<Capacity> capacities() {
    return list("capacity").map(BapEnvironmentMapper::capacity).flatMap(Optional::stream).toList();
  }

  /** A link in a shape that can't be read is a link all the same. */
  private Optional<Dataverse> dataverse() {
    if (!says(LINKED_DATAVERSE)) {
      return Optional.empty();
    }
    return object(LINKED_DATAVERSE)
        .map(
            linked ->
                new Dataverse(
                    linked.text("resourceId").orElse(""),
                    linked.text("instanceUrl"),
                    linked.text("version"),
                    linked.text("instanceState"),
                    linked.text("backgroundOperationsState")))
        .or(() -> Optional.of(new Dataverse("", Optional.empty(), Optional.empty())));
  }

  /** As {@link #dataverse}: it is never taken for none. */
  private FinOpsLink finOps() {
    if (!says(LINKED_APP)) {
      return new FinOpsLink.None();
    }
    return object(LINKED_APP)
        .map(app -> StatusVocabulary.finOps(app.text("type").orElse(""), app.text("url")))
        .orElseGet(() -> new FinOpsLink.Unknown(""));
  }

  private Optional<Retention> retention() {
    Optional<WireObject> details = object("retentionDetails");
    Optional<Duration> period =
        details
            .flatMap(all -> all.duration("retentionPeriod"))
            .or(() -> properties.flatMap(all -> all.duration("retentionPeriod")));
    var from = details.flatMap(all -> all.instant("backupsAvailableFromDateTime"));
    return period.isEmpty() && from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Retention(period, from));
  }

  /** Empty when how much it is can't be read: it isn't nothing. */
  private static Optional<Capacity> capacity(WireObject line) {
    Optional<Double> actual = line.number("actualConsumption");
    return actual.isEmpty() && line.has("actualConsumption")
        ? Optional.empty()
        : Optional.of(
            new Capacity(
                line.text("capacityType").orElse(""),
                actual.orElse(0.0),
                line.number("ratedConsumption"),
                line.text("capacityUnit").orElse("MB"),
                line.instant("updatedOn")));
  }

  /** What is disallowed stays so, even when the service lists it under both. */
  private Map<String, Verdict> enforcement() {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    object("lifecycleOperationsEnforcement")
        .ifPresent(
            all -> {
              all.list("allowedOperations").forEach(ruling -> put(verdicts, ruling, true));
              all.list("disallowedOperations").forEach(ruling -> put(verdicts, ruling, false));
            });
    return Map.copyOf(verdicts);
  }

  private static void put(Map<String, Verdict> verdicts, WireObject ruling, boolean allowed) {
    Optional<WireObject> reason = ruling.object("reason");
    Verdict verdict =
        new Verdict(
            allowed,
            reason.flatMap(given -> given.text("message")),
            reason.flatMap(given -> given.text("type")));
    ruling.word("type").ifPresent(operation -> verdicts.put(operation, verdict));
  }

  private static Optional<String> id(WireObject object, String name) {
    return object.object(name).flatMap(named -> named.text("id"));
  }

  private boolean says(String name) {
    return properties.filter(all -> all.has(name)).isPresent();
  }

  private Optional<WireObject> object(String name) {
    return properties.flatMap(all -> all.object(name));
  }

  private Stream<WireObject> list(String name) {
    return properties.stream().flatMap(all -> all.list(name).stream());
  }

  private Optional<String> text(String name) {
    return properties.flatMap(all -> all.text(name));
  }
}

package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.adminapi.Environment.Encryption;
import dev.holdfast.adminapi.Environment.History;
import dev.holdfast.adminapi.Environment.Identity;
import dev.holdfast.adminapi.Environment.Links;
import dev.holdfast.adminapi.Environment.Location;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.Environment.State;
import dev.holdfast.adminapi.Environment.Storage;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.http.PathIds;
import dev.holdfast.adminapi.http.StatusVocabulary;
import dev.holdfast.adminapi.http.WireObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * From an environment on the wire to Holdfast's record, whatever is missing or new in it. Each part
 * is read on its own. This API tells neither capacity nor which operations are allowed; both stay
 * empty, which the rules take for "not known".
 */
final class PpapiEnvironmentMapper {

  private static final String ENABLED = "Enabled";
  private static final String LINKED_APP = "finOpsMetadata";

  private final WireObject wire;

  private PpapiEnvironmentMapper(WireObject wire) {
    this.wire = wire;
  }

  /** Empty only when it has no id. */
  static Optional<Environment> read(JsonNode node) {
    return WireObject.of(node)
        .flatMap(
            wire ->
                wire.text("id")
                    .filter(PathIds::isId)
                    .map(id -> new PpapiEnvironmentMapper(wire).environment(id)));
  }

  private Environment environment(String id) {
    LinkedPolicies policies = LinkedPolicies.of(wire.object("enterprisePolicies"));
    return new Environment(
        identity(id),
        history(),
        location(policies),
        new State(managementState(), runtimeState(), Optional.empty(), Optional.empty(), Map.of()),
        new Encryption(policies.customerKey(), policies.key()),
        new Links(dataverse(), finOps()),
        new Storage(retention(), List.of()),
        wire.unreadable());
  }

  private Identity identity(String id) {
    String type = wire.text("type").orElse("");
    return new Identity(
        id,
        wire.text("displayName").orElse(id),
        StatusVocabulary.type(type),
        type,
        wire.text("protectionLevel").flatMap(StatusVocabulary::managed));
  }

  private History history() {
    return new History(
        wire.object("createdBy").flatMap(by -> by.text("displayName")),
        wire.instant("createdDateTime"),
        Optional.empty());
  }

  private Location location(LinkedPolicies policies) {
    return new Location(
        wire.text("geo").orElse(""),
        policies.network(),
        wire.text("environmentGroupId").flatMap(StatusVocabulary::id),
        wire.text("securityGroupId").flatMap(StatusVocabulary::id));
  }

  private Optional<Dataverse> dataverse() {
    Optional<String> organization = wire.text("dataverseId").flatMap(StatusVocabulary::id);
    Optional<String> url = wire.text("url");
    boolean unreadable = wire.unreadable().contains("dataverseId");
    return organization.isEmpty() && url.isEmpty() && !unreadable
        ? Optional.empty()
        : Optional.of(
            new Dataverse(
                organization.orElse(""),
                url,
                wire.text("version"),
                Optional.empty(),
                wire.word("backgroundOperationsState")));
  }

  /** A link in a shape that can't be read is a link all the same, and never taken for none. */
  private FinOpsLink finOps() {
    return wire.has(LINKED_APP)
        ? wire.object(LINKED_APP)
            .map(app -> StatusVocabulary.finOps(app.text("type").orElse(""), app.text("url")))
            .orElseGet(() -> new FinOpsLink.Unknown(""))
        : new FinOpsLink.None();
  }

  private Optional<Retention> retention() {
    Optional<WireObject> details = wire.object("retentionDetails");
    Optional<Duration> period = details.flatMap(all -> all.duration("retentionPeriod"));
    Optional<Instant> from = details.flatMap(all -> all.instant("availableFromDateTime"));
    return period.isEmpty() && from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Retention(period, from));
  }

  /**
   * Whether an operation runs this API does not say: {@code Enabled}, its word for an environment
   * that people can use, is no more than BAP's {@code NotSpecified}. Other words stay as they came.
   * An environment that was not deleted carries the epoch as its day of deletion.
   */
  private Optional<String> managementState() {
    return wire.instant("deletedDateTime").isPresent()
        ? Optional.of("Deleted")
        : wire.word("state").map(word -> word.equalsIgnoreCase(ENABLED) ? "NotSpecified" : word);
  }

  /**
   * {@code adminMode} says whether the mode is on; another word stays as it came, and silence is
   * not "off". An environment that is disabled is so whatever its mode.
   */
  private Optional<String> runtimeState() {
    return wire.word("state")
        .filter("Disabled"::equalsIgnoreCase)
        .or(() -> wire.word("adminMode").map(PpapiEnvironmentMapper::mode));
  }

  private static String mode(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "enabled", "true", "adminmode" -> "AdminMode";
      case "disabled", "false" -> ENABLED;
      default -> word;
    };
  }
}

package dev.holdfast.platform.ppapi;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.Environment;
import dev.holdfast.platform.Environment.Dataverse;
import dev.holdfast.platform.Environment.Retention;
import dev.holdfast.platform.FinOpsLink;
import dev.holdfast.platform.http.Wire;
import dev.holdfast.platform.http.WireTime;
import dev.holdfast.platform.http.WireWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * From an environment on the wire to Holdfast's record, whatever is missing or new in it. This API
 * tells neither capacity nor which operations are allowed; both stay empty, which the rules take
 * for "not known".
 */
final class EnvironmentReader {

  private static final Logger log = LoggerFactory.getLogger(EnvironmentReader.class);

  private static final String ENABLED = "Enabled";

  private EnvironmentReader() {}

  /**
   * Empty only when it has no id. One that is shaped unlike any other is kept with its id and name
   * and without anything to go by, so that it is seen as odd instead of missed.
   */
  static Optional<Environment> read(JsonNode node) {
    return text(node, "id").map(id -> environment(id, wire(node)));
  }

  private static EnvironmentWire wire(JsonNode node) {
    try {
      return Wire.MAPPER.treeToValue(node, EnvironmentWire.class);
    } catch (JacksonException e) {
      log.warn("An environment could not be read and is shown as odd: {}", e.getOriginalMessage());
      return EnvironmentWire.named(node.path("displayName").asString(null));
    }
  }

  private static Environment environment(String id, EnvironmentWire wire) {
    Policies policies = Policies.of(wire.enterprisePolicies());
    return new Environment(
        id,
        text(wire.displayName()).orElse(id),
        WireWords.type(wire.type()),
        text(wire.type()).orElse(""),
        text(wire.geo()).orElse(""),
        dataverse(wire),
        finOps(wire.finOpsMetadata()),
        WireWords.managed(wire.protectionLevel()),
        policies.customerKey(),
        policies.network(),
        policies.key(),
        WireWords.id(wire.environmentGroupId()),
        WireWords.id(wire.securityGroupId()),
        retention(wire.retentionDetails()),
        managementState(wire),
        runtimeState(wire),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.ofNullable(wire.createdBy()).flatMap(by -> text(by.displayName())),
        WireTime.instant(wire.createdDateTime()),
        Optional.empty());
  }

  private static Optional<Dataverse> dataverse(EnvironmentWire wire) {
    Optional<String> organization = WireWords.id(wire.dataverseId());
    return organization.isEmpty() && text(wire.url()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Dataverse(
                organization.orElse(""),
                text(wire.url()),
                text(wire.version()),
                Optional.empty(),
                word(wire.backgroundOperationsState())));
  }

  private static FinOpsLink finOps(EnvironmentWire.@Nullable FinOpsMetadata link) {
    return link == null ? new FinOpsLink.None() : WireWords.finOps(link.type(), link.url());
  }

  private static Optional<Retention> retention(EnvironmentWire.@Nullable RetentionDetails details) {
    if (details == null) {
      return Optional.empty();
    }
    Optional<Duration> period = WireTime.duration(details.retentionPeriod());
    Optional<Instant> from = WireTime.instant(details.availableFromDateTime());
    return period.isEmpty() && from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Retention(period, from));
  }

  /**
   * Whether an operation runs this API does not say: {@code Enabled}, its word for an environment
   * that people can use, is no more than BAP's {@code NotSpecified}. Other words stay as they came.
   * An environment that was not deleted carries the epoch as its day of deletion.
   */
  private static Optional<String> managementState(EnvironmentWire wire) {
    boolean deleted =
        WireTime.instant(wire.deletedDateTime()).filter(Instant.EPOCH::isBefore).isPresent();
    return deleted
        ? Optional.of("Deleted")
        : word(wire.state()).map(word -> word.equalsIgnoreCase(ENABLED) ? "NotSpecified" : word);
  }

  /**
   * {@code adminMode} says whether the mode is on; another word stays as it came, and silence is
   * not "off". An environment that is disabled is so whatever its mode.
   */
  private static Optional<String> runtimeState(EnvironmentWire wire) {
    return word(wire.state())
        .filter("Disabled"::equalsIgnoreCase)
        .or(() -> word(wire.adminMode()).map(EnvironmentReader::mode));
  }

  private static String mode(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "enabled", "true", "adminmode" -> "AdminMode";
      case "disabled", "false" -> ENABLED;
      default -> word;
    };
  }

  private static Optional<String> word(@Nullable JsonNode node) {
    return Optional.ofNullable(node)
        .flatMap(given -> given.isBoolean() ? Optional.of(given.asString()) : Wire.word(given));
  }
}

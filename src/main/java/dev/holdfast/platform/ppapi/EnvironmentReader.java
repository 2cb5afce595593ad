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

  private EnvironmentReader() {}

  /**
   * Empty only when it has no id. One that is shaped unlike any other is kept with its id and name
   * and without anything to go by, so that it is seen as odd instead of missed.
   */
  static Optional<Environment> read(JsonNode node) {
    return text(node.path("id").asString(null)).map(id -> environment(id, wire(node)));
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
        runtimeState(wire.adminMode()),
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

  /** The word as it came. One that was deleted is not ready, whatever its state says. */
  private static Optional<String> managementState(EnvironmentWire wire) {
    boolean deleted =
        WireTime.instant(wire.deletedDateTime()).filter(Instant.EPOCH::isBefore).isPresent();
    Optional<String> word = word(wire.state());
    return deleted && word.filter(state -> !state.equalsIgnoreCase("Ready")).isEmpty()
        ? Optional.of("Deleted")
        : word;
  }

  /**
   * {@code adminMode} says whether the mode is on; another word stays as it came, and silence is
   * not "off".
   */
  private static Optional<String> runtimeState(@Nullable JsonNode adminMode) {
    if (adminMode == null) {
      return Optional.empty();
    }
    Optional<String> word =
        adminMode.isBoolean() ? Optional.of(adminMode.asString()) : word(adminMode);
    return word.map(
        given ->
            switch (given.toLowerCase(Locale.ROOT)) {
              case "enabled", "true", "on", "adminmode" -> "AdminMode";
              case "disabled", "false", "off" -> "Enabled";
              default -> given;
            });
  }

  private static Optional<String> word(@Nullable JsonNode node) {
    return Optional.ofNullable(node).flatMap(Wire::word);
  }
}

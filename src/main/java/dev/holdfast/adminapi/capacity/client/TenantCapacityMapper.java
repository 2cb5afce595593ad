package dev.holdfast.adminapi.capacity.client;

import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.http.WireObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From an answer to Holdfast's record (facts 2.7). */
final class TenantCapacityMapper {

  private TenantCapacityMapper() {}

  /** Empty when there is no list of types. */
  static Optional<TenantCapacity> read(JsonNode json) {
    return WireObject.of(json)
        .filter(wire -> wire.elements("tenantCapacities").isPresent())
        .map(
            wire ->
                new TenantCapacity(
                    wire.object("capacitySummary")
                        .flatMap(summary -> summary.shortText("finOpsStatus"))
                        .orElse(""),
                    lines(wire)));
  }

  private static List<TenantCapacity.Line> lines(WireObject wire) {
    return wire.list("tenantCapacities").stream()
        .filter(line -> line.shortText("capacityType").isPresent())
        .map(TenantCapacityMapper::line)
        .toList();
  }

  private static TenantCapacity.Line line(WireObject line) {
    Optional<WireObject> consumption = line.object("consumption");
    return new TenantCapacity.Line(
        line.shortText("capacityType").orElse(""),
        line.shortText("status").orElse(""),
        line.shortText("capacityUnits").filter("MB"::equalsIgnoreCase).isPresent()
            ? number(line, "totalCapacity")
                .flatMap(total -> used(consumption).map(used -> total - used))
            : Optional.empty(),
        measuredAt(consumption));
  }

  /** The larger of what is stored and what it counts for. */
  private static Optional<Double> used(Optional<WireObject> consumption) {
    return both(consumption, "actual", "rated")
        .flatMap(field -> number(field.wire(), field.name()).stream())
        .max(Comparator.naturalOrder());
  }

  /** The older of the two. */
  private static Optional<Instant> measuredAt(Optional<WireObject> consumption) {
    return both(consumption, "actualUpdatedOn", "ratedUpdatedOn")
        .flatMap(field -> field.wire().instant(field.name()).stream())
        .min(Comparator.naturalOrder());
  }

  private record Field(WireObject wire, String name) {}

  private static Stream<Field> both(Optional<WireObject> wire, String one, String other) {
    return wire.stream()
        .flatMap(given -> Stream.of(new Field(given, one), new Field(given, other)));
  }

  private static Optional<Double> number(WireObject wire, String name) {
    return wire.number(name).filter(value -> value >= 0);
  }
}

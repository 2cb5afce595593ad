package dev.holdfast.adminapi.finops.client;

import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.adminapi.finops.FinOpsVersion;
import dev.holdfast.adminapi.http.WireObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * From an answer to Holdfast's records (facts 6.1 to 6.4). An answer in which nothing of what was
 * asked for can be read is none, so that it isn't taken for good news.
 */
final class FinOpsMapper {

  private static final Pattern VERSION = Pattern.compile("\\d[0-9A-Za-z.+-]{0,63}");
  private static final Comparator<FinOpsError> OLDEST_FIRST =
      Comparator.comparing(error -> error.failedAt().orElse(Instant.MAX));

  private FinOpsMapper() {}

  static Optional<FinOpsProperties> properties(JsonNode json) {
    return WireObject.of(json)
        .filter(wire -> says(wire, "deploymentType", "applicationVersion", "appId"))
        .map(
            wire ->
                new FinOpsProperties(
                    wire.shortText("deploymentType").orElse(""),
                    version(wire, "applicationVersion"),
                    version(wire, "platformVersion"),
                    planned(wire)));
  }

  private static boolean says(WireObject wire, String... names) {
    return Stream.of(names).anyMatch(name -> wire.text(name).isPresent());
  }

  /** What is there and can't be counted is something planned, too. */
  private static int planned(WireObject wire) {
    return wire.elements("scheduledActions")
        .map(List::size)
        .orElseGet(() -> wire.has("scheduledActions") ? 1 : 0);
  }

  /**
   * At or after an instant, or without a time; the oldest first. An entry of which nothing can be
   * read is an error all the same.
   */
  static Optional<List<FinOpsError>> errors(JsonNode json, Instant since) {
    return WireObject.of(json)
        .flatMap(wire -> wire.elements("errors"))
        .map(
            entries ->
                entries.stream()
                    .filter(entry -> !entry.isNull())
                    .map(FinOpsMapper::error)
                    .filter(error -> error.failedAt().filter(since::isAfter).isEmpty())
                    .sorted(OLDEST_FIRST)
                    .toList());
  }

  private static FinOpsError error(JsonNode entry) {
    return WireObject.of(entry)
        .map(
            wire ->
                new FinOpsError(
                    wire.text("operationType").orElse(""),
                    wire.text("failedActionName").orElse(""),
                    wire.text("errorCode").orElse(""),
                    wire.text("errorMessage").orElse(""),
                    wire.instant("failedAt"),
                    wire.text("correlationId").orElse("")))
        .orElseGet(() -> new FinOpsError("", "", "", "", Optional.empty(), ""));
  }

  static Optional<FinOpsMaintenance> maintenance(JsonNode json) {
    return WireObject.of(json)
        .map(
            wire ->
                new FinOpsMaintenance(
                    wire.shortText("maintenanceWindowCadence").orElse(""), days(wire)))
        .filter(window -> !window.cadence().isEmpty() || !window.days().isEmpty());
  }

  private static Set<DayOfWeek> days(WireObject wire) {
    String field = "maintenanceWindowDaysOfWeek";
    Stream<String> names =
        wire.elements(field)
            .map(days -> days.stream().map(day -> day.asString("")))
            .orElseGet(() -> wire.text(field).stream());
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    names.flatMap(text -> Stream.of(text.split(","))).map(FinOpsMapper::day).forEach(days::addAll);
    return days;
  }

  private static List<DayOfWeek> day(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    return Stream.of(DayOfWeek.values()).filter(day -> day.name().equals(upper)).toList();
  }

  static Optional<List<FinOpsVersion>> versions(JsonNode json) {
    return WireObject.of(json)
        .flatMap(wire -> wire.elements("availableVersions"))
        .map(
            entries ->
                entries.stream()
                    .map(WireObject::of)
                    .flatMap(Optional::stream)
                    .flatMap(
                        wire ->
                            version(wire, "version").stream()
                                .map(
                                    version ->
                                        new FinOpsVersion(
                                            version, wire.shortText("releaseStage").orElse(""))))
                    .toList());
  }

  private static Optional<String> version(WireObject wire, String name) {
    return wire.text(name).filter(text -> VERSION.matcher(text).matches());
  }
}

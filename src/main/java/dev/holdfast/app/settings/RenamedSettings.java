package dev.holdfast.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Names that settings had in earlier versions, and those that they have now. */
final class RenamedSettings {

  /** What has a row of its own stands before the group that it was in. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("holdfast.platform.catalogue-ttl", "holdfast.admin-api.catalog-ttl");
    NAMES.put(
        "holdfast.platform.backup-usable-after", "holdfast.admin-api.backup-restorable-after");
    NAMES.put("holdfast.platform", "holdfast.admin-api");
    NAMES.put("holdfast.notices", "holdfast.notifications");
    NAMES.put("holdfast.execution.retry-after", "holdfast.execution.retry-interval");
    NAMES.put("holdfast.execution.start-within", "holdfast.execution.start-timeout");
    NAMES.put("holdfast.execution.line-within", "holdfast.execution.queue-timeout");
    NAMES.put("holdfast.execution.listing-grace", "holdfast.execution.operation-listing-delay");
    NAMES.put("holdfast.execution.lost-after", "holdfast.execution.no-response-timeout");
    NAMES.put("holdfast.execution.verify-within", "holdfast.execution.verification-timeout");
    NAMES.put("holdfast.execution.further-calls", "holdfast.execution.max-start-retries");
    NAMES.put(
        "holdfast.execution.starting-within", "holdfast.execution.start-reconciliation-timeout");
    NAMES.put("holdfast.execution.idle-within", "holdfast.execution.unknown-status-timeout");
    NAMES.put(
        "holdfast.execution.safety-backup-within", "holdfast.execution.safety-backup-timeout");
    NAMES.put("holdfast.execution.leave-within", "holdfast.execution.leave-admin-mode-timeout");
    NAMES.put("holdfast.execution.admin-mode-within", "holdfast.execution.admin-mode-timeout");
  }

  private RenamedSettings() {}

  /** The name that a setting has now; empty if this is no earlier name. */
  static Optional<String> of(String name) {
    ConfigurationPropertyName given = ConfigurationPropertyName.adapt(name, '.');
    return NAMES.entrySet().stream()
        .flatMap(row -> renamed(given, ConfigurationPropertyName.of(row.getKey()), row.getValue()))
        .findFirst();
  }

  private static Stream<String> renamed(
      ConfigurationPropertyName given, ConfigurationPropertyName before, String now) {
    if (given.equals(before)) {
      return Stream.of(now);
    }
    return before.isAncestorOf(given)
        ? Stream.of(
            ConfigurationPropertyName.of(now)
                .append(given.subName(before.getNumberOfElements()))
                .toString())
        : Stream.empty();
  }

  /**
   * The same for an environment variable, in both spellings of which Spring reads one; empty if
   * this is no earlier name.
   */
  static List<String> ofVariable(String variable) {
    String given = variable.toUpperCase(Locale.ROOT);
    return NAMES.entrySet().stream()
        .map(row -> renamed(given, row.getKey(), row.getValue()))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> renamed(String given, String before, String now) {
    return forms(before)
        .filter(form -> given.equals(form) || given.startsWith(form + "_"))
        .flatMap(form -> forms(now).map(name -> name + given.substring(form.length())))
        .toList();
  }

  /** Without dashes, or with an underscore in the place of each. */
  private static Stream<String> forms(String setting) {
    return Stream.of(
            EnvironmentVariables.variable(setting),
            EnvironmentVariables.variable(setting.replace('-', '.')))
        .distinct();
  }
}

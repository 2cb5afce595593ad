package dev.holdfast.app.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;

/** Puts what the compiler wrote down about settings on a page for people. */
final class SettingsPage {

  private static final List<String> LEAD =
      List.of(
          "# Settings",
          "",
          "All settings of Holdfast, made from the code by a test. The"
              + " [CONFIGURATION.md](../src/docs/CONFIGURATION.md) has the same with more about what to choose."
              + " As an environment variable, `holdfast.admin-api.poll-interval` is",
          "`HOLDFAST_ADMINAPI_POLLINTERVAL`. *Required* is what a start without any setting asks"
              + " for, outside the profile `local`; of each `credential`, one kind. A *secret* is"
              + " never shown by Holdfast; prefer the file.",
          "");

  private static final Map<String, String> TYPES =
      Map.of(
          "Duration", "duration",
          "DataSize", "size",
          "URI", "URL",
          "Path", "path",
          "Boolean", "true or false",
          "Integer", "whole number",
          "Double", "number",
          "String", "text",
          "Rule", "rules");

  private static final Pattern SECRET = Pattern.compile(".*(-secret|-password|\\.authorization)");
  private static final Pattern SECRET_FILE = Pattern.compile(".*(-secret|-password|-token)-file");
  private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|linkplain) ([^}]*)}");

  private SettingsPage() {}

  static List<String> lines(Map<String, List<JsonNode>> settings, Set<String> required) {
    List<String> lines = new ArrayList<>(LEAD);
    String group = "";
    for (Map.Entry<String, List<JsonNode>> one : settings.entrySet()) {
      String next = one.getKey().split("\\.")[1];
      if (!next.equals(group)) {
        group = next;
        lines.addAll(
            List.of(
                "## holdfast." + group,
                "",
                "| setting | type | default | | what |",
                "| --- | --- | --- | --- | --- |"));
      }
      lines.add(row(one.getKey(), one.getValue(), required));
      if (isLast(one.getKey(), settings)) {
        lines.add("");
      }
    }
    lines.remove(lines.size() - 1);
    return lines;
  }

  private static boolean isLast(String name, Map<String, List<JsonNode>> settings) {
    String prefix = "holdfast." + name.split("\\.")[1];
    return settings.keySet().stream()
        .filter(other -> other.equals(prefix) || other.startsWith(prefix + "."))
        .reduce((earlier, later) -> later)
        .filter(name::equals)
        .isPresent();
  }

  private static String row(String name, List<JsonNode> all, Set<String> required) {
    String what =
        all.stream()
            .map(one -> text(one.path("description").asString()))
            .distinct()
            .collect(Collectors.joining(". "));
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            name,
            type(all.get(0).path("type").asString()),
            standard(all.get(0).path("defaultValue")),
            marks(name, required),
            what);
  }

  private static String marks(String name, Set<String> required) {
    List<String> marks = new ArrayList<>();
    if (required.stream().anyMatch(one -> one.equals(name))) {
      marks.add("required");
    }
    if (SECRET.matcher(name).matches()) {
      marks.add("secret");
    }
    if (SECRET_FILE.matcher(name).matches()) {
      marks.add("file with a secret");
    }
    return String.join(", ", marks);
  }

  private static String standard(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(one -> "`" + one.asString() + "`")
            .collect(Collectors.joining(", "))
        : value.isMissingNode() ? "" : "`" + value.asString() + "`";
  }

  private static String type(String name) {
    if (name.contains("<")) {
      String inner = type(name.substring(name.indexOf('<') + 1, name.lastIndexOf('>')));
      return name.startsWith("java.util.List") ? "list: " + inner : inner;
    }
    Class<?> type = ClassUtils.resolveClassName(name, SettingsPage.class.getClassLoader());
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(
                one ->
                    "`" + ((Enum<?>) one).name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
            .collect(Collectors.joining(", "))
        : TYPES.getOrDefault(type.getSimpleName(), type.getSimpleName());
  }

  private static String text(String description) {
    String plain = TAG.matcher(description).replaceAll("`$1`").replace("|", "\\|").strip();
    String whole = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    return Character.toUpperCase(whole.charAt(0)) + whole.substring(1);
  }
}

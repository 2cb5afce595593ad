package dev.holdfast.approval.policy.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a policy is read from. The policy in the database has to say the same on every replica,
 * so it has the calendar files in itself: as a last line, which is a comment to YAML.
 *
 * @param calendars texts of calendar files by their names
 */
public record PolicySource(String yaml, Map<String, String> calendars) {

  private static final String MARK = "# Calendar files, added by Holdfast: ";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public PolicySource {
    calendars = Collections.unmodifiableSortedMap(new TreeMap<>(calendars));
  }

  /** Reads what {@link #stored} wrote. */
  static PolicySource of(String stored) {
    int mark = stored.lastIndexOf("\n" + MARK);
    if (mark < 0) {
      return new PolicySource(stored, Map.of());
    }
    try {
      return new PolicySource(
          stored.substring(0, mark),
          JSON.readValue(
              stored.substring(mark + 1 + MARK.length()),
              new TypeReference<Map<String, String>>() {}));
    } catch (JacksonException e) {
      return new PolicySource(stored, Map.of());
    }
  }

  /** As one text. */
  public String stored() {
    return calendars.isEmpty() ? yaml : yaml + "\n" + MARK + JSON.writeValueAsString(calendars);
  }

  /** What makes a text look like one that contains calendar files; empty when nothing does. */
  static Optional<PolicyProblem> problem(String yaml) {
    String[] lines = yaml.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith(MARK)) {
        return Optional.of(
            new PolicyProblem(i + 1, 1, "this comment is Holdfast's own, so remove it"));
      }
    }
    return Optional.empty();
  }

  /** What a digest has to cover. */
  List<String> digestParts(String format) {
    List<String> parts = new ArrayList<>(List.of(format, yaml));
    calendars.forEach((name, text) -> parts.addAll(List.of(name, text)));
    return parts;
  }
}

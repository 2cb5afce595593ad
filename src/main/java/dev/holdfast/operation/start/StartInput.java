package dev.holdfast.operation.start;

import java.util.Map;

/**
 * What a form holds of the start, as typed.
 *
 * @param start words for a time; empty or {@code now} for as soon as possible
 * @param grace an ISO 8601 duration; empty for the usual one
 * @param zone the time zone that the form names; empty for the person's own
 */
public record StartInput(String start, String grace, String zone) {

  /** Of a form that names no time zone. */
  public static StartInput of(Map<String, String> data) {
    return new StartInput(
        data.getOrDefault(StartForm.ID, "").strip(),
        data.getOrDefault(StartForm.GRACE, "").strip(),
        "");
  }

  boolean isNow() {
    return start.isEmpty() || start.equalsIgnoreCase("now");
  }
}

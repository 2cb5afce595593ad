package dev.holdfast.execution;

import dev.holdfast.request.Request;
import java.util.List;
import java.util.Optional;

/** The line in which requests wait, as a person reads it. */
final class LineWords {

  private static final int NAMED = 3;

  private LineWords() {}

  /** Another works on one of its environments. */
  static String atWork(Request other) {
    return "It waits for %s, which is at work on %s.".formatted(other.id(), name(other));
  }

  /** Nobody can tell what another does on one of its environments. */
  static String unknown(Request other) {
    return "It waits for %s, whose outcome is unknown; an approver settles it on its card: write status %s."
        .formatted(other.id(), other.id());
  }

  /** Another's target leaves administration mode. */
  static String leaves(Request other) {
    return "It waits for %s: %s just leaves administration mode."
        .formatted(other.id(), name(other));
  }

  /** The place in line, where others wait too; with a space before. */
  static String place(List<Request> ahead) {
    return ahead.isEmpty()
        ? ""
        : " Before it in line: %s. Its place: %d.".formatted(names(ahead), ahead.size() + 1);
  }

  /** Nothing is at work, and earlier ones go first; empty when there are none. */
  static Optional<String> behind(List<Request> ahead) {
    return ahead.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "It waits for %s, which goes first.".formatted(ahead.get(0).id())
                + (ahead.size() == 1 ? "" : place(ahead)));
  }

  private static String names(List<Request> ahead) {
    List<String> ids = ahead.stream().map(other -> other.id().toString()).toList();
    return ids.size() <= NAMED
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, NAMED)) + " and " + (ids.size() - NAMED) + " more";
  }

  private static String name(Request other) {
    return other.details().spec().affected().displayName();
  }
}

package dev.holdfast.environment;

import dev.holdfast.message.Message;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of an environment that couldn't be read, as people see them. */
public final class Unreadable {

  private static final int MOST = 5;

  private Unreadable() {}

  /** Such as {@code capacity, states.runtime}. */
  public static Message message(List<String> parts) {
    String first =
        parts.stream()
            .limit(MOST)
            .map(part -> part.replaceFirst("^properties\\.", ""))
            .collect(Collectors.joining(", "));
    return parts.size() > MOST
        ? Message.of("rule.unreadable.more", "parts", first, "count", parts.size() - MOST)
        : Message.of("rule.unreadable", "parts", first);
  }
}

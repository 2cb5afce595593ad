package dev.holdfast.environment;

import java.util.List;
import java.util.stream.Collectors;

/** The parts of an environment that couldn't be read, as people see them. */
public final class Unreadable {

  private static final int MOST = 5;

  private Unreadable() {}

  /** Such as {@code capacity, states.runtime}. */
  public static String words(List<String> parts) {
    String first =
        parts.stream()
            .limit(MOST)
            .map(part -> part.replaceFirst("^properties\\.", ""))
            .collect(Collectors.joining(", "));
    return parts.size() > MOST ? first + ", and %d more".formatted(parts.size() - MOST) : first;
  }
}

package dev.holdfast.doctor;

import java.util.Optional;

/**
 * How something is fixed.
 *
 * @param words who does it and where; a whole sentence where there is no command
 * @param command to be copied as it stands
 */
public record Remedy(String words, Optional<String> command) {

  public static Remedy of(String words) {
    return new Remedy(words, Optional.empty());
  }

  public static Remedy of(String words, String command) {
    return new Remedy(words, Optional.of(command));
  }
}

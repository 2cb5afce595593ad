package dev.holdfast.approval.policy.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the texts of calendar files come from. */
interface CalendarFiles {

  /** A file beside the policy's, never one elsewhere. */
  Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,100}\\.ics");

  /** More than a year's calendar has. */
  long LONGEST = 1_000_000;

  /** Empty if there's no such file, or it can't be read. */
  Optional<String> text(String name);

  /** Those in the folder of a policy file. */
  static CalendarFiles beside(Path policy) {
    return name -> {
      Path file = policy.resolveSibling(name);
      try {
        return NAME.matcher(name).matches() && Files.size(file) <= LONGEST
            ? Optional.of(Files.readString(file))
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    };
  }

  /** The same, which writes down what it was asked for. */
  default CalendarFiles noting(Map<String, String> used) {
    return name -> {
      Optional<String> text = text(name);
      text.ifPresent(read -> used.put(name, read));
      return text;
    };
  }

  /** Whether a policy that was read before is still what the files say. */
  default boolean isUnchanged(PolicySource before, String yaml) {
    return before.yaml().equals(yaml)
        && before.calendars().entrySet().stream()
            .allMatch(file -> text(file.getKey()).filter(file.getValue()::equals).isPresent());
  }
}

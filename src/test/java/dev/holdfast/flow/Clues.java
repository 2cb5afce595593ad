package dev.holdfast.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one needs to understand why a run of kills failed. */
final class Clues {

  private static final Pattern REQUEST = Pattern.compile("\\bR-\\d+\\b");
  private static final int LINES = 400;

  private Clues() {}

  /**
   * What is open, and what the processes said of it and of the requests that the failure names.
   *
   * @param open what is not at its end
   * @param printed all that the processes said
   * @param directory where all of that stays
   */
  static String of(Throwable failure, List<String> open, String printed, Path directory) {
    Pattern concerned =
        Pattern.compile(
            Stream.concat(Stream.of(String.valueOf(failure.getMessage())), open.stream())
                .flatMap(text -> REQUEST.matcher(text).results())
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining("|", "^Replica |\\b(?:", ")\\b")));
    List<String> said = printed.lines().filter(line -> concerned.matcher(line).find()).toList();
    return "Logs in %s%nOpen:%n%s%nSaid of what is concerned:%n%s"
        .formatted(
            directory,
            String.join("\n", open),
            String.join("\n", said.subList(Math.max(0, said.size() - LINES), said.size())));
  }
}

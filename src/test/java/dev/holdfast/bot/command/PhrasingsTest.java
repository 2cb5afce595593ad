package dev.holdfast.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.testing.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people type in three languages leads to the command that they mean, or to the question which
 * of them: {@code phrasings.tsv} says what is meant, and {@code not-understood.txt} which of it
 * isn't understood yet.
 */
class PhrasingsTest {

  private static final Path PHRASINGS = Path.of("src/test/resources/phrasings/phrasings.tsv");

  /** Intents that a command of another name serves. */
  private static final Map<String, List<String>> SERVED_BY =
      Map.of(
          "greeting", List.of("hello"),
          "approve", List.of("approvals"),
          "reject", List.of("approvals"),
          "copy", List.of("copy", "refresh"),
          "who-approves", List.of("why", "approvals"));

  private record Phrasing(String language, String text, String intent) {

    static Phrasing of(String line) {
      String[] columns = line.split("\t");
      return new Phrasing(columns[0], columns[1], columns[2]);
    }

    boolean isUnderstood() {
      return SERVED_BY.getOrDefault(intent, List.of(intent)).contains(command());
    }

    /** The command that is carried out, asks for what it lacks, or is offered as a correction. */
    private String command() {
      ParsedCommand parsed = ParsedCommands.PARSER.parse(text);
      if (parsed instanceof ParsedCommand.Invocation<?> complete) {
        return complete.command().name().name();
      }
      return parsed instanceof ParsedCommand.Incomplete incomplete
          ? incomplete.command().name().name()
          : ((ParsedCommand.Unknown) parsed).nearest().orElse("not understood");
    }
  }

  @Test
  void leadToTheCommandThatIsMeant() throws IOException {
    Goldens.assertLines(
        "phrasings/not-understood.txt",
        phrasings()
            .filter(phrasing -> !phrasing.isUnderstood())
            .map(one -> one.language() + ": " + one.text() + " (" + one.intent() + ")")
            .toList());
  }

  @Test
  void areEnough() throws IOException {
    assertThat(phrasings().map(Phrasing::intent).distinct()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(phrasings()).hasSizeGreaterThanOrEqualTo(200);
  }

  /** Three of four at least in every language; the rest gets the help. */
  @Test
  void areUnderstoodInEveryLanguage() throws IOException {
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
      List<Phrasing> all =
          phrasings().filter(one -> one.language().equals(language.getLanguage())).toList();
      assertThat(all.stream().filter(Phrasing::isUnderstood).count() * 4)
          .as(language.getLanguage())
          .isGreaterThanOrEqualTo(all.size() * 3L);
    }
  }

  private static Stream<Phrasing> phrasings() throws IOException {
    return Files.readAllLines(PHRASINGS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Phrasing::of);
  }
}

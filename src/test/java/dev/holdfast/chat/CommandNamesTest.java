package dev.holdfast.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.command.CommandRegistry;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.testing.Goldens;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people have learned to type goes on working. */
class CommandNamesTest {

  private final CommandRegistry registry = ParsedCommands.REGISTRY;

  static Stream<String> commands() {
    return Goldens.read("commands.txt").stream();
  }

  /** The first word on a line is the one that help shows, the others stand for it. */
  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandKeepsItsNameAndItsAliases(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    assertThat(words)
        .allSatisfy(
            word ->
                assertThat(registry.find(word).map(command -> command.name().name()))
                    .hasValue(words.get(0)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandIsUnderstoodWithoutAnythingAfterIt(String line) {
    assertThat(line.split(" "))
        .allSatisfy(
            word ->
                assertThat(ParsedCommands.PARSER.parse(word))
                    .isNotInstanceOf(ParsedCommand.Unknown.class));
  }

  @Test
  void noCommandAndNoAliasIsMissingInTheList() {
    Goldens.assertNames(
        "commands.txt",
        registry.commands().stream()
            .map(command -> command.name().words())
            .map(words -> words.stream().filter(word -> !word.contains(" ")).toList())
            .map(words -> String.join(" ", words))
            .toList());
  }

  @Test
  void aBackupCanBeWrittenAsTwoWords() {
    assertThat(ParsedCommands.asked("back up Contoso UAT"))
        .isEqualTo(ParsedCommands.asked("backup Contoso UAT"));
  }
}

package dev.holdfast.chat;

import dev.holdfast.chat.Command;
import dev.holdfast.chat.CommandParser;
import dev.holdfast.chat.Verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Goldens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people have learned to type goes on working. */
class CommandNamesTest {

  static Stream<String> commands() {
    return Goldens.read("commands.txt").stream();
  }

  /** The first word on a line is the one that help shows, the others stand for it. */
  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandKeepsItsNameAndItsAliases(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    assertThat(words)
        .allSatisfy(word -> assertThat(Verb.of(word).map(Verb::word)).hasValue(words.get(0)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandIsUnderstoodWithoutAnythingAfterIt(String line) {
    assertThat(line.split(" "))
        .allSatisfy(
            word ->
                assertThat(new CommandParser().parse(word)).isNotInstanceOf(Command.Unknown.class));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void noCommandIsMissingInTheList(Verb verb) {
    assertThat(commands().map(line -> Optional.of(line.split(" ")[0])))
        .contains(Optional.of(verb.word()));
  }

  static Stream<Verb> verbs() {
    return Stream.of(Verb.values());
  }
}

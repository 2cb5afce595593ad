package dev.holdfast.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.chat.ParsedCommands;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command that the Teams app lists is answered (facts B10), and so is each example. */
class ListedCommandsTest {

  private static Stream<JsonNode> commands() throws IOException {
    try (InputStream in =
        ListedCommandsTest.class.getResourceAsStream("/META-INF/holdfast/manifest.json")) {
      JsonNode manifest = JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
      return manifest
          .at("/bots/0/commandLists")
          .valueStream()
          .flatMap(list -> list.path("commands").valueStream());
    }
  }

  static Stream<String> titles() throws IOException {
    return commands().map(command -> command.path("title").asString()).distinct();
  }

  /** What a description has after its colon, where that is a command. */
  static Stream<String> examples() throws IOException {
    return commands()
        .map(command -> command.path("description").asString())
        .filter(description -> description.contains(": "))
        .map(description -> description.substring(description.lastIndexOf(": ") + 2))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("titles")
  void eachTitleIsUnderstood(String title) {
    ParsedCommand parsed = ParsedCommands.PARSER.parse(title);
    assertThat(parsed).isNotInstanceOf(ParsedCommand.Unknown.class);
    assertThat(parsed.isCommand()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachExampleIsACompleteCommand(String example) {
    ParsedCommand parsed = ParsedCommands.PARSER.parse(example);
    assertThat(parsed).isInstanceOf(ParsedCommand.Invocation.class);
    assertThat(parsed.isCommand()).isTrue();
  }
}

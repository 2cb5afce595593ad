package dev.holdfast.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.help.HelpCommand;
import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.chat.home.HelloCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each command says of itself fits the others, help, and the documentation. */
class CommandRegistryTest {

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  private static List<ChatCommand<?>> registered() {
    return ParsedCommands.REGISTRY.commands();
  }

  @Test
  void noWordStandsForTwoCommands() {
    CommandName[][] clashes = {
      {CommandName.of("pause"), CommandName.of("pause")},
      {CommandName.of("pause", "hold"), CommandName.of("wait", "hold")},
      {CommandName.of("pause", "wait"), CommandName.of("wait")},
      {CommandName.of("pause", "hold on"), CommandName.of("wait", "hold on")},
      {CommandName.of("pause").listedBy("show"), CommandName.of("show")},
      {CommandName.of("pause").listedBy("show"), CommandName.of("wait").listedBy("show")}
    };
    for (CommandName[] clash : clashes) {
      assertThatThrownBy(() -> registryOf(clash))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("stands for two commands");
    }
    assertThatCode(() -> registryOf(CommandName.of("pause"), CommandName.of("wait", "hold")))
        .doesNotThrowAnyException();
  }

  private static void registryOf(CommandName... names) {
    List<ChatCommand<?>> commands =
        Stream.concat(
                Stream.<ChatCommand<?>>of(new HelloCommand(null)),
                Stream.of(names).map(NamedCommand::new))
            .toList();
    new CommandRegistry(commands);
  }

  @Test
  void thereIsOneGreeting() {
    assertThatThrownBy(() -> new CommandRegistry(List.of(new HelpCommand(null))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ParsedCommands.REGISTRY.greeting().name().name()).isEqualTo("hello");
  }

  @Test
  void wordsAreInLowerCaseAndNoMoreThanTwo() {
    assertThat(registered())
        .flatMap(command -> command.name().words())
        .allSatisfy(word -> assertThat(word).matches("\\?|[a-z-]+( [a-z-]+)?"));
  }

  /** Of two that are equally near, always the same. */
  @ParameterizedTest
  @CsvSource({
    "backupz, backups",
    "environmens, environments",
    "usubscribe, subscribe",
    "nsubscribe, subscribe",
    "hestory, history",
    "cestory, restore",
    "hostor, history"
  })
  void aTieIsDecided(String typo, String nearest) {
    assertThat(ParsedCommands.REGISTRY.nearest(typo).map(command -> command.name().name()))
        .hasValue(nearest);
  }

  static Stream<HelpTopic> topics() {
    return registered().stream().flatMap(command -> command.help().stream());
  }

  /** A greeting and thanks need no help, and who reads help has found it. */
  @Test
  void helpHasATopicForEveryCommand() {
    assertThat(registered().stream().filter(command -> command.help().isEmpty()))
        .extracting(command -> command.name().name())
        .containsExactlyInAnyOrder("hello", "help", "thanks");
    assertThat(topics().map(HelpTopic::order)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void eachExampleInHelpIsACompleteCommandOfItsTopic(HelpTopic topic) {
    ChatCommand<?> command =
        registered().stream()
            .filter(one -> one.help().filter(topic::equals).isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(topic.example().split(", "))
        .allSatisfy(
            example ->
                assertThat(ParsedCommands.asked(example).command())
                    .isEqualTo(command.name().name()));
  }

  @Test
  void commandsOfOneTopicSayTheSameOfIt() {
    assertThat(topics().collect(Collectors.groupingBy(HelpTopic::title)).values())
        .allSatisfy(
            topic -> assertThat(topic).extracting(HelpTopic::purpose).containsOnly(purpose(topic)));
  }

  private static String purpose(List<HelpTopic> topic) {
    return topic.get(0).purpose();
  }

  @Test
  void theManifestListsTheCommandsThatSaySoAndNoOther() throws IOException {
    Set<String> listed =
        registered().stream()
            .filter(ChatCommand::isInManifest)
            .map(command -> command.name().name())
            .collect(Collectors.toSet());
    assertThat(ListedCommandsTest.titles().collect(Collectors.toSet())).isEqualTo(listed);
  }

  private static String read(String page) {
    try {
      return Files.readString(Path.of(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> commandsInPages() {
    return Stream.of("README.md", "src/docs/TRY.md", "src/docs/POLICY.md", "src/docs/LIMITS.md")
        .map(CommandRegistryTest::read)
        .flatMap(page -> CODE.matcher(page.replaceAll("(?s)```.*?```", "")).results())
        .map((MatchResult code) -> code.group(1))
        .filter(code -> code.contains(" "))
        .filter(code -> ParsedCommands.REGISTRY.find(code.split(" ")[0]).isPresent())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("commandsInPages")
  void eachCommandInTheReadmeIsComplete(String command) {
    assertThat(ParsedCommands.PARSER.parse(command)).isInstanceOf(ParsedCommand.Invocation.class);
  }

  private record NamedCommand(CommandName name) implements ChatCommand<NoArguments> {

    @Override
    public ParseResult<NoArguments> parse(CommandWords words) {
      return ParseResult.of(new NoArguments());
    }

    @Override
    public Reply handle(NoArguments arguments, IncomingMessage said) {
      return Reply.of("");
    }
  }
}

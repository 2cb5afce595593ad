package dev.holdfast.bot.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.Reply;
import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.testing.Components;
import dev.holdfast.testing.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Templates and card actions fit together. */
class CardActionRegistryTest {

  /** The view of this template brings the verb along; which, {@link CandidateActionsTests} says. */
  private static final String CANDIDATES = "candidates";

  private static final String VERB_OF_THE_VIEW = "${verb}";

  private static final List<CardAction> ACTIONS =
      new CardActionRegistry(Components.of(CardAction.class)).actions();

  /** The verbs of the buttons in each template. What is laid over all of them is no template. */
  private static final Map<String, Set<String>> TEMPLATES = templates();

  private static Map<String, Set<String>> templates() {
    Map<String, Set<String>> verbs = new TreeMap<>();
    for (Path root : List.of(Path.of("cards"), Path.of("src/main/resources"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".json"))
            .filter(file -> !file.getFileName().toString().startsWith("over-"))
            .forEach(
                file ->
                    verbs.computeIfAbsent(name(file), name -> new HashSet<>()).addAll(verbs(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return verbs;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }

  private static Set<String> verbs(Path file) {
    Set<String> verbs = new HashSet<>();
    collect(JsonMapper.shared().readTree(file.toFile()), verbs);
    return verbs;
  }

  private static void collect(JsonNode node, Set<String> verbs) {
    if (node.path("type").asString("").startsWith("Action.Execute")) {
      verbs.add(node.path("verb").asString(""));
    }
    node.forEach(child -> collect(child, verbs));
  }

  static Stream<String> templateNames() {
    return TEMPLATES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("templateNames")
  void eachButtonHasOneActionThatNamesItsTemplate(String template) {
    assertThat(TEMPLATES.get(template))
        .filteredOn(verb -> !(template.equals(CANDIDATES) && verb.equals(VERB_OF_THE_VIEW)))
        .allSatisfy(
            verb ->
                assertThat(ACTIONS)
                    .filteredOn(action -> action.verb().name().equals(verb))
                    .singleElement()
                    .satisfies(action -> assertThat(action.sentFrom()).contains(template)));
  }

  static Stream<CardAction> actions() {
    return ACTIONS.stream();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void eachActionHasAButtonInEachTemplateThatItNames(CardAction action) {
    assertThat(action.sentFrom())
        .isNotEmpty()
        .allSatisfy(
            template ->
                assertThat(TEMPLATES.get(template))
                    .contains(
                        template.equals(CANDIDATES) ? VERB_OF_THE_VIEW : action.verb().name()));
  }

  /** Cards that were posted long ago send the verbs that they had then. */
  @Test
  void theVerbsAreThoseThatCardsInChatsSend() {
    Goldens.assertNames("verbs.txt", ACTIONS.stream().map(action -> action.verb().name()).toList());
  }

  @Test
  void whoseFormItIsNotIsToldACommandThatThereIs() {
    assertThat(ACTIONS)
        .filteredOn(FormAction.class::isInstance)
        .flatMap(action -> ((FormAction) action).ownFormCommand().stream().toList())
        .isNotEmpty()
        .allSatisfy(
            command ->
                assertThat(ParsedCommands.REGISTRY.find(command))
                    .map(found -> found.name().name())
                    .hasValue(command));
  }

  @Test
  void noVerbHasTwoActions() {
    CardAction action = new LookUp("request.remind");
    assertThatThrownBy(() -> new CardActionRegistry(List.of(action, new LookUp("request.remind"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("request.remind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "approve", "Request.approve", "request.", "request.approve.now", "a b"})
  void aVerbHasTwoParts(String name) {
    assertThatThrownBy(() -> new ActionVerb(name)).isInstanceOf(IllegalArgumentException.class);
  }

  private record LookUp(String name) implements ReplyAction {

    @Override
    public ActionVerb verb() {
      return new ActionVerb(name);
    }

    @Override
    public Set<String> sentFrom() {
      return Set.of("request");
    }

    @Override
    public Optional<Reply> handle(CardActionInvocation clicked) {
      return Optional.empty();
    }
  }
}

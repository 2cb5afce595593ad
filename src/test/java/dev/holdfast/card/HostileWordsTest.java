package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.card.view.Samples;
import dev.holdfast.operation.copy.CopySourceView;
import dev.holdfast.operation.mode.AdminModeFormView;
import dev.holdfast.operation.restore.RestoreSourceView;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every text of every view begins with Markdown, as if a person or the service had written it, and
 * none of it may mean anything where Teams reads Markdown. Only what the templates themselves say
 * is bold or a link.
 */
class HostileWordsTest {

  private static final String WORDS = "[click](https://evil.example) **done** <b>x</b> ";
  private static final Parser MARKDOWN = Parser.builder().build();
  private static final CardRenderer CARDS = new CardRenderer();

  static Stream<String> names() {
    return Samples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void standAsTheyWereWritten(String name) throws ReflectiveOperationException {
    var view = (CardView) hostile(Samples.all().get(name));

    assertThat(readAsMarkdown(CARDS.render(view).json()))
        .allSatisfy(
            text ->
                assertThat(meaning(text))
                    .doesNotContain("link https://evil.example", "strong done", "html"));
  }

  /** Lest the test above looks at cards that have none of the words. */
  @Test
  void stoodInEveryKindOfCard() throws ReflectiveOperationException {
    for (var view : Samples.all().values()) {
      if (view instanceof RestoreSourceView
          || view instanceof CopySourceView
          || view instanceof AdminModeFormView form && form.banner().isEmpty()) {
        continue; // its only words are choices, which are no Markdown
      }
      var card = CARDS.render((CardView) hostile(view)).json();
      assertThat(readAsMarkdown(card))
          .as(view.template())
          .anySatisfy(text -> assertThat(text).contains("\\[click\\]("));
    }
  }

  /** The same with words before every text that is not empty; what is empty means something. */
  private static Object hostile(Object value) throws ReflectiveOperationException {
    if (value instanceof String text) {
      return text.isEmpty() ? text : WORDS + text;
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? optional : Optional.of(hostile(optional.get()));
    } else if (value instanceof List<?> list) {
      var hostile = new ArrayList<>();
      for (var element : list) {
        hostile.add(hostile(element));
      }
      return hostile;
    } else if (value instanceof Map<?, ?> map) {
      var hostile = new LinkedHashMap<>();
      for (var entry : map.entrySet()) {
        hostile.put(entry.getKey(), hostile(entry.getValue()));
      }
      return hostile;
    } else if (value instanceof ExternalLink link) {
      return new ExternalLink(WORDS + link.title(), link.address());
    }
    return value.getClass().isRecord() ? hostileRecord(value) : value;
  }

  private static Object hostileRecord(Object view) throws ReflectiveOperationException {
    var components = view.getClass().getRecordComponents();
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      var accessor = components[i].getAccessor();
      accessor.setAccessible(true);
      values[i] = hostile(accessor.invoke(view));
    }
    var constructor =
        view.getClass()
            .getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  /** What Markdown makes of a text: its links, what is strong in it, and its HTML. */
  private static List<String> meaning(String text) {
    List<String> found = new ArrayList<>();
    MARKDOWN
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(org.commonmark.node.Link link) {
                found.add("link " + link.getDestination());
                visitChildren(link);
              }

              @Override
              public void visit(StrongEmphasis strong) {
                if (strong.getFirstChild() instanceof Text words) {
                  found.add("strong " + words.getLiteral());
                }
                visitChildren(strong);
              }

              @Override
              public void visit(HtmlInline html) {
                found.add("html");
              }

              @Override
              public void visit(HtmlBlock html) {
                found.add("html");
              }
            });
    return found;
  }

  /** Lest the test above is blind to what the words would mean. */
  @Test
  void wouldMeanSomethingUnlessEscaped() {
    assertThat(meaning(WORDS)).contains("link https://evil.example", "strong done", "html");
  }

  /** The texts of TextBlocks and the facts of FactSets. */
  private static List<String> readAsMarkdown(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if ("TextBlock".equals(node.path("type").asString(""))) {
      texts.add(node.path("text").asString());
    }
    node.path("facts")
        .forEach(
            fact -> {
              texts.add(fact.path("title").asString());
              texts.add(fact.path("value").asString());
            });
    node.forEach(child -> texts.addAll(readAsMarkdown(child)));
    return texts;
  }
}

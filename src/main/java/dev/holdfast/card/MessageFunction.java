package dev.holdfast.card;

import dev.holdfast.card.engine.TemplateFunction;
import dev.holdfast.card.engine.value.ExpansionContext;
import dev.holdfast.message.CompiledMessage;
import dev.holdfast.message.MessageCatalog;
import dev.holdfast.message.TextMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The function {@code t} of templates: {@code t('code')} or {@code t('code', 'name', value, ...)}
 * is that message of the catalog in the reader's language. Code and names are constants. Values are
 * put in as they are, so texts from people go through {@code md} where Markdown is read.
 */
final class MessageFunction implements TemplateFunction {

  private final MessageCatalog catalog = MessageCatalog.shared();

  @Override
  public JsonNode call(List<JsonNode> arguments, ExpansionContext host) {
    return prepare(arguments).call(arguments, host);
  }

  @Override
  public TemplateFunction prepare(List<JsonNode> constants) {
    String code = constants.isEmpty() ? "" : constants.get(0).stringValue("");
    List<String> names = names(constants);
    Set<String> wanted = catalog.message(code, MessageCatalog.COMPLETE).names();
    if (constants.size() % 2 == 0 || !wanted.equals(new TreeSet<>(names))) {
      throw new IllegalArgumentException("message '" + code + "' takes arguments named " + wanted);
    }
    return names.isEmpty() ? constant(code) : new Call(code, names.toArray(String[]::new));
  }

  private static List<String> names(List<JsonNode> constants) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < constants.size(); i += 2) {
      names.add(constants.get(i).stringValue(""));
    }
    return names;
  }

  private TemplateFunction constant(String code) {
    Map<Locale, JsonNode> texts = new ConcurrentHashMap<>();
    return (arguments, host) -> {
      JsonNode text = texts.get(host.locale());
      return text != null
          ? text
          : texts.computeIfAbsent(
              catalog.language(host.locale()),
              language -> StringNode.valueOf(catalog.message(code, language).text(Map.of())));
    };
  }

  private record Call(String code, String... names) implements TemplateFunction {
    @Override
    public JsonNode call(List<JsonNode> arguments, ExpansionContext host) {
      CompiledMessage message = MessageCatalog.shared().message(code, host.locale());
      Map<String, Object> values = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        values.put(names[i], value(names[i], arguments.get(2 * i + 2)));
      }
      return StringNode.valueOf(message.text(values));
    }

    private static Object value(String name, JsonNode value) {
      if (value.isContainer() || value.isMissingNode()) {
        throw new IllegalArgumentException("a text or number is needed, not " + value);
      }
      return value.isNumber() ? value.numberValue() : marked(name, value.asString(""));
    }

    /** What {@code md} puts around a text that runs from right to left stays. */
    private static String marked(String name, String text) {
      UnaryOperator<String> marks = TextMarks.ofArgument(name);
      return MarkdownEscaper.isIsolated(text)
          ? text.charAt(0)
              + marks.apply(text.substring(1, text.length() - 1))
              + text.charAt(text.length() - 1)
          : marks.apply(text);
    }
  }
}

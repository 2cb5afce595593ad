package dev.holdfast.card;

import dev.holdfast.card.engine.Template;
import dev.holdfast.card.engine.TemplateFunction;
import dev.holdfast.card.engine.value.ExpansionContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The templates in {@code cards/}. A file {@code part-x.json} is no template but what stands for
 * <code>{"$part": "x"}</code> in the arrays of others, so that what many cards show looks the same
 * on all of them; a part that is an array puts in several elements. The file {@code
 * over-execute.json} is laid over every button, and {@code over-rehearsal.json} goes above all else
 * in a rehearsal.
 */
final class TemplateLoader {

  private static final String PATTERN = "classpath:cards/*.json";
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PART = "$part";
  private static final String PART_FILE = "part-";
  private static final String OVER_FILE = "over-";

  /**
   * What templates call beside the functions of the language: {@code t(code, ...)} is a text of the
   * message catalog, {@code md(x)} takes the Markdown out of a text, {@code cut(x, n)} keeps its
   * first n characters, {@code line(x, n)} does the same on one line.
   */
  private static final Map<String, TemplateFunction> OWN =
      Map.of(
          "t", new MessageFunction(),
          "md", (given, host) -> StringNode.valueOf(MarkdownEscaper.escape(text(given))),
          "cut", (given, host) -> StringNode.valueOf(TextTruncator.cut(text(given), length(given))),
          "line",
              (given, host) -> StringNode.valueOf(TextTruncator.line(text(given), length(given))));

  private final Map<String, JsonNode> files;

  private TemplateLoader(Map<String, JsonNode> files) {
    this.files = files;
  }

  /** The compiled templates by name, without the ending of the file. */
  static Map<String, Template> read(ExpansionContext host) {
    Map<String, Template> templates = new LinkedHashMap<>();
    whole(host).forEach((name, json) -> templates.put(name, compiled(name, json)));
    return templates;
  }

  /** What goes above every card of a rehearsal; its data are {@code words}. */
  static Template rehearsalMark() {
    String file = "cards/" + OVER_FILE + "rehearsal.json";
    return Template.parse(file, json(new ClassPathResource(file)), Map.of());
  }

  /** The compiled template of that name. */
  static Template read(String name, ExpansionContext host) {
    return compiled(name, whole(host).get(name));
  }

  private static Template compiled(String name, JsonNode json) {
    return Template.parse("cards/" + name + ".json", json, OWN);
  }

  /** The same before they are compiled: with all parts, and with what is laid over the buttons. */
  static Map<String, JsonNode> whole(ExpansionContext host) {
    TemplateLoader folder = new TemplateLoader(files());
    SubmitFallback olderClients = new SubmitFallback(folder.files.get(OVER_FILE + "execute"), host);
    Map<String, JsonNode> templates = new LinkedHashMap<>();
    folder.files.forEach(
        (name, json) -> {
          if (!name.startsWith(PART_FILE) && !name.startsWith(OVER_FILE)) {
            templates.put(name, olderClients.served(folder.withParts(json)));
          }
        });
    return templates;
  }

  private static Map<String, JsonNode> files() {
    Map<String, JsonNode> files = new LinkedHashMap<>();
    try {
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
        files.put(resource.getFilename().replace(".json", ""), json(resource));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return files;
  }

  private static JsonNode json(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException unreadable(IOException why) {
    return new IllegalStateException("The card templates could not be read", why);
  }

  private JsonNode withParts(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), withParts(e.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> add(element, copy));
      return copy;
    }
    return node;
  }

  private void add(JsonNode element, ArrayNode to) {
    if (!element.has(PART)) {
      to.add(withParts(element));
      return;
    }
    String name = PART_FILE + element.get(PART).stringValue();
    JsonNode part = files.get(name);
    if (part == null) {
      throw new IllegalStateException("There is no part cards/" + name + ".json");
    }
    if (part.isArray()) {
      to.addAll((ArrayNode) withParts(part));
    } else {
      to.add(withParts(part));
    }
  }

  private static String text(List<JsonNode> given) {
    JsonNode text = given.get(0);
    if (!text.isString()) {
      throw new IllegalArgumentException("a text is needed, not " + text.getNodeType());
    }
    return text.stringValue();
  }

  private static int length(List<JsonNode> given) {
    return given.get(1).intValue();
  }
}

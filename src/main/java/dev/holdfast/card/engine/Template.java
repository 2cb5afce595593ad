package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.ExpansionContext;
import dev.holdfast.card.engine.value.ExpansionRun;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A template in the Adaptive Cards template language: any JSON whose strings hold <code>${…}</code>
 * expressions and whose objects may hold {@code $data} and {@code $when}.
 *
 * <p>Parsing compiles every expression, so a template that parses has no unknown function, no wrong
 * number of arguments and no broken expression. A template is immutable: expand it as often as you
 * like, from any thread.
 *
 * @see <a href="https://learn.microsoft.com/adaptive-cards/templating/language">the language</a>
 */
public final class Template {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What editors on Windows write at the start of a file. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String fileName;
  private final TemplateNode root;

  private Template(String fileName, TemplateNode root) {
    this.fileName = fileName;
    this.root = root;
  }

  /**
   * Parses a template that has no file.
   *
   * @throws TemplateSyntaxException if the template is wrong; it names the file {@code template}
   */
  public static Template parse(JsonNode json) {
    return parse("template", json, Map.of());
  }

  /**
   * Parses the text of a template.
   *
   * @param fileName what errors call the template
   * @throws TemplateSyntaxException if the text is not JSON or the template is wrong
   */
  public static Template parse(String fileName, String json) {
    return parse(fileName, json, Map.of());
  }

  /**
   * Parses the text of a template that calls functions of your own. They are named here rather than
   * at expansion so that a name that does not exist is refused now.
   *
   * @param functions by name; a name may hold dots, and a built-in name cannot be replaced
   * @throws TemplateSyntaxException if the text is not JSON or the template is wrong
   * @throws IllegalArgumentException if a function has the name of a built-in one
   */
  public static Template parse(
      String fileName, String json, Map<String, TemplateFunction> functions) {
    return parse(fileName, read(fileName, json), functions);
  }

  /** As {@link #parse(String, String, Map)}, for JSON that has been read already. */
  public static Template parse(
      String fileName, JsonNode json, Map<String, TemplateFunction> functions) {
    var compiler = new TemplateCompiler(fileName, FunctionRegistry.with(functions));
    return new Template(fileName, compiler.compile(json));
  }

  private static JsonNode read(String fileName, String json) {
    try {
      var root = JSON.readTree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
      if (root.isMissingNode()) {
        throw new TemplateSyntaxException(fileName, "", 1, "there is nothing in it");
      }
      return root;
    } catch (JacksonException e) {
      var at = e.getLocation();
      var line = at == null ? 1 : at.getLineNr();
      var column = at == null ? 1 : at.getColumnNr();
      var sentence = "line " + line + " is not JSON: " + e.getOriginalMessage();
      throw new TemplateSyntaxException(fileName, "", column, sentence);
    }
  }

  /**
   * Binds the template to data. The data is read, never changed and never evaluated, and the result
   * shares no mutable node with it.
   *
   * @param data what {@code $root}, and {@code $data} at first, stand for; Java's null counts as
   *     JSON's
   * @throws ExpansionException if a value that stands alone cannot be computed from this data, or
   *     the expansion grows past the engine's bounds
   */
  public Expansion expand(@Nullable JsonNode data, ExpansionContext host) {
    var run = new ExpansionRun(fileName, host);
    try {
      var json = root.expand(Scope.of(run, data));
      return new Expansion(json.isMissingNode() ? JsonValues.NULL : json, run.warnings());
    } catch (EvaluationException e) {
      throw run.failure(e.getMessage());
    }
  }
}

package dev.holdfast.card.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The functions that a template may call, by name. */
final class Functions {
  private static final Functions BUILT_IN = builtIn();

  private final Map<String, Function> byName = new TreeMap<>();

  /** Computes a function from the values of its arguments. */
  @FunctionalInterface
  interface Eager<T> {
    T of(Arguments arguments);
  }

  private Functions() {}

  private static Functions builtIn() {
    var functions = new Functions();
    LogicFunctions.define(functions);
    MathFunctions.define(functions);
    TextFunctions.define(functions);
    ListFunctions.define(functions);
    LambdaFunctions.define(functions);
    ObjectFunctions.define(functions);
    ConversionFunctions.define(functions);
    DateFunctions.define(functions);
    Regexes.define(functions);
    return functions;
  }

  /** The built-in functions and these. */
  static Functions with(Map<String, TemplateFunction> own) {
    var functions = new Functions();
    functions.byName.putAll(BUILT_IN.byName);
    own.forEach(functions::defineOwn);
    return functions;
  }

  private void defineOwn(String name, TemplateFunction own) {
    if (byName.containsKey(name)) {
      throw new IllegalArgumentException("'" + name + "' is a built-in function");
    }
    define("any " + name + "(any?...)", call -> callOwn(own, call));
  }

  private static JsonNode callOwn(TemplateFunction own, Arguments call) {
    try {
      var value = own.call(List.of(call.values()), call.run().host());
      return Objects.requireNonNull(value, "null is no JSON");
    } catch (RuntimeException e) {
      throw new EvaluationException(call.function() + ": " + e.getMessage());
    }
  }

  void text(String declaration, Eager<String> body) {
    define("string " + declaration, a -> Values.text(body.of(a)));
  }

  void number(String declaration, ToDoubleFunction<Arguments> body) {
    define("number " + declaration, a -> Values.number(body.applyAsDouble(a)));
  }

  void test(String declaration, Predicate<Arguments> body) {
    define("boolean " + declaration, a -> Values.bool(body.test(a)));
  }

  void list(String declaration, Eager<List<JsonNode>> body) {
    define("array " + declaration, a -> Values.list(a.run(), body.of(a)));
  }

  /** Defines a function whose arguments are all evaluated. */
  void define(String declaration, Eager<JsonNode> body) {
    var name = name(declaration);
    defineForm(declaration, (all, scope) -> body.of(Arguments.of(name, all, scope)));
  }

  /** Defines a function that evaluates its arguments itself. */
  void defineForm(String declaration, Function.Body body) {
    definePrepared(declaration, arguments -> body);
  }

  /** Defines a function that prepares each call when the template is loaded. */
  void definePrepared(String declaration, Function.Maker maker) {
    var name = name(declaration);
    var returns = declaration.substring(0, declaration.indexOf(' '));
    var taken = declaration.substring(declaration.lastIndexOf('(') + 1, declaration.length() - 1);
    byName.put(name, new Function(name, Signature.parse(returns, taken), maker));
  }

  private static String name(String declaration) {
    return declaration.substring(declaration.indexOf(' ') + 1, declaration.lastIndexOf('('));
  }

  @Nullable Function find(String name) {
    return byName.get(name);
  }

  /** The names that a template can write; operators are functions too but not among them. */
  String names() {
    return byName.keySet().stream()
        .filter(name -> Character.isLetter(name.charAt(0)))
        .collect(Collectors.joining(", "));
  }
}

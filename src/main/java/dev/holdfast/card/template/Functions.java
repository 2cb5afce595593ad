package dev.holdfast.card.template;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The functions that a template may call: those of the language, and the caller's own by name. */
record Functions(Map<String, Function> own) {

  /** Names that a template can write; operators are functions too but not among them. */
  private static final String NAMES =
      "abs add addDays addHours addMinutes addOrdinal addProperty addSeconds addToTime all and any"
          + " average base64 base64ToString bool ceiling coalesce concat contains convertFromUTC"
          + " convertToUTC count countWord createArray date dateTimeDiff dayOfMonth dayOfWeek"
          + " dayOfYear div empty endsWith equals exists first flatten float floor foreach"
          + " formatDateTime formatEpoch formatNumber formatTicks getProperty getTimeOfDay greater"
          + " greaterOrEquals if indexOf indicesAndValues int intersection isArray isBoolean"
          + " isDateTime isFloat isInteger isMatch isObject isString join json last lastIndexOf"
          + " length less lessOrEquals max merge min mod month mul newGuid not or range"
          + " removeProperty replace replaceIgnoreCase reverse round select sentenceCase"
          + " setProperty skip sortBy sortByDescending split startOfDay startOfHour startOfMonth"
          + " startsWith string sub subArray substring subtractFromTime sum take ticks titleCase"
          + " toLower toUpper trim union unique uriComponent uriComponentToString utcNow where year";

  /** Those of the language that any template has called so far: the others need not be there. */
  private static final Map<String, Function> FOUND = new ConcurrentHashMap<>();

  /**
   * Those of the language and these.
   *
   * @throws IllegalArgumentException if one has the name of a built-in function
   */
  static Functions with(Map<String, TemplateFunction> own) {
    var functions = new HashMap<String, Function>();
    own.forEach(
        (name, body) -> {
          if (builtIn(name) != null) {
            throw new IllegalArgumentException("'" + name + "' is a built-in function");
          }
          functions.put(name, Function.value("any", "any?...", a -> call(body, a)));
        });
    return new Functions(functions);
  }

  @Nullable Function find(String name) {
    var mine = own.get(name);
    return mine == null ? builtIn(name) : mine;
  }

  private static @Nullable Function builtIn(String name) {
    return FOUND.computeIfAbsent(name, Functions::lookUp);
  }

  private static @Nullable Function lookUp(String name) {
    var function = LogicFunctions.find(name);
    function = function == null ? MathFunctions.find(name) : function;
    function = function == null ? TextFunctions.find(name) : function;
    function = function == null ? ListFunctions.find(name) : function;
    function = function == null ? LambdaFunctions.find(name) : function;
    function = function == null ? ObjectFunctions.find(name) : function;
    function = function == null ? ConversionFunctions.find(name) : function;
    return function == null ? DateFunctions.find(name) : function;
  }

  private static JsonNode call(TemplateFunction own, Arguments a) {
    try {
      var value = own.call(Collections.unmodifiableList(Arrays.asList(a.values())), a.run().host());
      return Objects.requireNonNull(value, "null is no JSON");
    } catch (RuntimeException e) {
      throw new EvaluationException(a.function() + ": " + e.getMessage());
    }
  }

  String names() {
    var names = new TreeSet<>(List.of(NAMES.split(" ")));
    names.addAll(own.keySet());
    return String.join(", ", names);
  }
}

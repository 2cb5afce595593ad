package dev.holdfast.card.engine;

import static dev.holdfast.card.engine.DateFunctions.TICKS_PER_MINUTE;
import static dev.holdfast.card.engine.DateFunctions.add;
import static dev.holdfast.card.engine.DateFunctions.fromNow;
import static dev.holdfast.card.engine.DateFunctions.shift;
import static dev.holdfast.card.engine.DateFunctions.start;
import static dev.holdfast.card.engine.DateFunctions.time;
import static dev.holdfast.card.engine.DateFunctions.write;
import static dev.holdfast.card.engine.FunctionSignature.form;
import static dev.holdfast.card.engine.FunctionSignature.list;
import static dev.holdfast.card.engine.FunctionSignature.number;
import static dev.holdfast.card.engine.FunctionSignature.prepared;
import static dev.holdfast.card.engine.FunctionSignature.test;
import static dev.holdfast.card.engine.FunctionSignature.text;
import static dev.holdfast.card.engine.FunctionSignature.value;
import static dev.holdfast.card.engine.LambdaFunctions.sort;
import static dev.holdfast.card.engine.ListFunctions.distinct;
import static dev.holdfast.card.engine.ListFunctions.indexOf;
import static dev.holdfast.card.engine.ListFunctions.size;
import static dev.holdfast.card.engine.LogicFunctions.compare;
import static dev.holdfast.card.engine.LogicFunctions.condition;
import static dev.holdfast.card.engine.LogicFunctions.holds;
import static dev.holdfast.card.engine.LogicFunctions.isAny;
import static dev.holdfast.card.engine.LogicFunctions.question;
import static dev.holdfast.card.engine.MathFunctions.all;
import static dev.holdfast.card.engine.MathFunctions.fold;
import static dev.holdfast.card.engine.MathFunctions.nonZero;
import static dev.holdfast.card.engine.MathFunctions.sum;
import static dev.holdfast.card.engine.ObjectFunctions.copy;
import static dev.holdfast.card.engine.ObjectFunctions.name;
import static dev.holdfast.card.engine.TextFunctions.capital;
import static dev.holdfast.card.engine.TextFunctions.locale;
import static dev.holdfast.card.engine.TextFunctions.lower;
import static dev.holdfast.card.engine.TextFunctions.trim;
import static dev.holdfast.card.engine.value.JavaScriptDate.epoch;
import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.DotNetDateFormat;
import dev.holdfast.card.engine.value.EvaluationException;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import dev.holdfast.card.engine.value.TimestampParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The functions that a template may call: those of the language, and the caller's own by name. */
record FunctionRegistry(Map<String, FunctionSignature> own) {
  /** Functions that a template cannot write by their names, because names have no space. */
  static final String OBJECT = "{ }";

  static final String INTERPOLATION = "` `";

  /** Those of the language that any template has called so far: the others need not be there. */
  private static final Map<String, FunctionSignature> FOUND = new ConcurrentHashMap<>();

  /**
   * Those of the language and these.
   *
   * @throws IllegalArgumentException if one has the name of a built-in function
   */
  static FunctionRegistry with(Map<String, TemplateFunction> own) {
    var functions = new HashMap<String, FunctionSignature>();
    own.forEach(
        (name, body) -> {
          if (builtIn(name) != null) {
            throw new IllegalArgumentException("'" + name + "' is a built-in function");
          }
          functions.put(name, prepared("any", "any?...", arguments -> body(body, arguments)));
        });
    return new FunctionRegistry(functions);
  }

  private static FunctionSignature.Body body(TemplateFunction own, List<Expression> arguments) {
    var constants =
        arguments.stream()
            .map(e -> e instanceof Expression.Constant c ? c.value() : JsonValues.MISSING)
            .toList();
    try {
      var function = own.prepare(constants);
      return (call, scope) -> call(function, FunctionArguments.of(call, scope));
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(e.getMessage());
    }
  }

  private static JsonNode call(TemplateFunction own, FunctionArguments a) {
    try {
      var value = own.call(List.of(a.values()), a.run().host());
      return Objects.requireNonNull(value, "null is no JSON");
    } catch (RuntimeException e) {
      throw new EvaluationException(a.function() + ": " + e.getMessage());
    }
  }

  @Nullable FunctionSignature find(String name) {
    var mine = own.get(name);
    return mine == null ? builtIn(name) : mine;
  }

  private static @Nullable FunctionSignature builtIn(String name) {
    return FOUND.computeIfAbsent(name, FunctionRegistry::lookUp);
  }

  /** What to say of a name that {@link #find} doesn't find. */
  String missing(String name) {
    return FunctionNames.missing(name, own.keySet());
  }

  /** The whole language: what each function takes and gives, and what computes it. */
  private static @Nullable FunctionSignature lookUp(String name) {
    return switch (name) {
      // Logic
      case "if" ->
          form("any", "any,any,any", (c, s) -> c.at(holds(c.at(0), s) ? 1 : 2).evaluate(s));
      case "and" -> condition("any...", (c, s) -> !isAny(false, c, s));
      case "or" -> condition("any...", (c, s) -> isAny(true, c, s));
      case "not" -> condition("any", (c, s) -> !holds(c.at(0), s));
      case "coalesce" -> form("any", "any...", LogicFunctions::coalesce);
      case "equals" -> question("any,any", a -> JsonValues.equal(a.run(), a.at(0), a.at(1), 0));
      case "!=" -> question("any,any", a -> !JsonValues.equal(a.run(), a.at(0), a.at(1), 0));
      case "exists" -> question("any", a -> !JsonValues.isNothing(a.at(0)));
      case "empty" -> question("any", a -> LogicFunctions.empty(a.at(0)));
      case "bool" -> question("any", LogicFunctions::bool);
      case "less" -> question("any,any", a -> compare(a) < 0);
      case "lessOrEquals" -> question("any,any", a -> compare(a) <= 0);
      case "greater" -> question("any,any", a -> compare(a) > 0);
      case "greaterOrEquals" -> question("any,any", a -> compare(a) >= 0);
      // Math
      case "add" -> value("string|number", "string|number,string|number...", MathFunctions::add);
      case "sub" -> number("number,number...", a -> fold(a, (x, y) -> x - y));
      case "mul" -> number("number,number...", a -> fold(a, (x, y) -> x * y));
      case "div" -> number("number,number...", a -> fold(a, MathFunctions::divide));
      case "^" -> number("number,number", a -> fold(a, Math::pow));
      case "exp" -> number("number,number,number?...", a -> fold(a, Math::pow));
      case "sqrt" -> number("number", MathFunctions::root);
      case "rand" -> number("number,number", MathFunctions::random);
      case "mod" -> number("number,number", a -> a.whole(0) % nonZero(a.whole(1)));
      case "max" -> number("any...", a -> all(a).reduce(Double.NEGATIVE_INFINITY, Math::max));
      case "min" -> number("any...", a -> all(a).reduce(Double.POSITIVE_INFINITY, Math::min));
      case "sum" -> number("array", MathFunctions::sum);
      case "average" -> number("any", a -> sum(a) / a.list(0).size());
      case "round" -> number("number,number?", MathFunctions::round);
      case "floor" -> number("number", a -> Math.floor(a.number(0)));
      case "ceiling" -> number("number", a -> Math.ceil(a.number(0)));
      case "abs" -> number("number", a -> Math.abs(a.number(0)));
      case "range" -> list("number,number", MathFunctions::range);
      // Strings
      case "concat" -> value("string|array", "any...", TextFunctions::concat);
      case INTERPOLATION ->
          value("string|array", "any?...", a -> BoundedStringBuilder.join(a.run(), a.values()));
      case "length" -> number("string", a -> a.text(0).length());
      case "substring" -> text("string,number,number?", TextFunctions::substring);
      case "replace" -> text("string,string,string", TextFunctions::replace);
      case "replaceIgnoreCase" -> text("string,string,string", TextFunctions::replaceIgnoreCase);
      case "split" -> list("string,string?", TextFunctions::split);
      case "trim" -> text("string", a -> trim(a.text(0)));
      case "toLower" -> text("string,string?", TextFunctions::lower);
      case "toUpper" -> text("string,string?", a -> a.text(0).toUpperCase(locale(a)));
      case "sentenceCase" -> text("string,string?", a -> capital(lower(a)));
      case "titleCase" -> text("string,string?", TextFunctions::titleCase);
      case "startsWith" -> test("string,string", a -> a.text(0).startsWith(a.text(1)));
      case "endsWith" -> test("string,string", a -> a.text(0).endsWith(a.text(1)));
      case "countWord" -> number("string", TextFunctions::countWord);
      case "addOrdinal" -> text("number", TextFunctions::addOrdinal);
      case "newGuid" -> text("", a -> a.run().host().ids().get().toString());
      case "EOL" -> text("", a -> "\n");
      case "isMatch" -> prepared("boolean", "string,string", BoundedRegex::prepare);
      // Lists, and what works on strings and objects as on lists
      case "count" -> number("string|array", ListFunctions::count);
      case "contains" -> condition("any,any", ListFunctions::contains);
      case "first" -> value("any", "any", a -> ListFunctions.element(a, 0));
      case "last" -> value("any", "any", a -> ListFunctions.element(a, size(a.at(0)) - 1.0));
      case "indexOf" -> number("string|array,any", a -> indexOf(a, false));
      case "lastIndexOf" -> number("string|array,any", a -> indexOf(a, true));
      case "join" -> text("array,string,string?", ListFunctions::join);
      case "createArray" -> list("any?...", a -> List.of(a.values()));
      case "union" -> list("array...", a -> distinct(a, false));
      case "intersection" -> list("array...", a -> distinct(a, true));
      case "unique" -> list("array", a -> distinct(a, false));
      case "skip" -> list("array,number", ListFunctions::skip);
      case "take" -> value("array|string", "array|string,number", ListFunctions::take);
      case "subArray" -> list("array,number,number?", ListFunctions::subArray);
      case "flatten" -> list("array,number?", ListFunctions::flatten);
      case "reverse" -> value("string|array", "string|array", ListFunctions::reverse);
      case "indicesAndValues" -> list("any", ListFunctions::indicesAndValues);
      // Lambdas
      case "sortBy" -> prepared("array", "array,any?,any?", a -> sort(a, false));
      case "sortByDescending" -> prepared("array", "array,any?,any?", a -> sort(a, true));
      case "foreach", "select" -> form("array", "any,name,any", LambdaFunctions::foreach);
      case "where" -> form("array", "any,name,any", LambdaFunctions::where);
      case "any" -> condition("any,name,any", (c, s) -> LambdaFunctions.isAny(true, c, s));
      case "all" -> condition("any,name,any", (c, s) -> !LambdaFunctions.isAny(false, c, s));
      // Objects
      case OBJECT -> value("any", "any?...", ObjectFunctions::literal);
      case "getProperty" -> value("any", "any,string?", ObjectFunctions::get);
      case "setProperty" -> value("any", "any,string,any", a -> copy(a).set(name(a), a.at(2)));
      case "addProperty" -> value("any", "any,string,any", ObjectFunctions::add);
      case "removeProperty" -> value("any", "any,string", a -> copy(a).without(name(a)));
      case "merge" -> value("any", "any...", ObjectFunctions::merge);
      case "setPathToValue" -> form("any", "any,any", PathAssignment::assign);
      case "jPath" -> value("any", "any,string", ObjectFunctions::jPath);
      // Conversion and type tests
      case "int" -> value("number", "any", a -> ConversionFunctions.number(a, NumberFormat.INT));
      case "float" ->
          value("number", "any", a -> ConversionFunctions.number(a, NumberFormat.FLOAT));
      case "string" -> text("any,string?", ConversionFunctions::toText);
      case "json" -> value("any", "string", ConversionFunctions::json);
      case "jsonStringify" -> value("string", "any", ConversionFunctions::stringify);
      case "stringOrValue" -> text("string", a -> a.string(0));
      case "binary" -> value("any", "any", BinaryFunctions::binary);
      case "base64" -> value("string", "any", BinaryFunctions::base64);
      case "base64ToString" -> text("any", BinaryFunctions::base64ToString);
      case "base64ToBinary" -> value("any", "any", BinaryFunctions::base64ToBinary);
      case "dataUri" -> text("any", BinaryFunctions::dataUri);
      case "dataUriToString" -> text("any", BinaryFunctions::dataUriToString);
      case "dataUriToBinary" -> value("any", "any", BinaryFunctions::binary);
      case "uriHost" -> text("any", a -> Uris.of(a).host());
      case "uriPath" -> text("any", a -> Uris.of(a).path());
      case "uriPathAndQuery" -> text("any", a -> Uris.of(a).path() + Uris.of(a).query());
      case "uriPort" -> value("any", "any", a -> NumberFormat.parse(Uris.of(a).port()));
      case "uriQuery" -> text("any", a -> Uris.of(a).query());
      case "uriScheme" -> text("any", a -> Uris.of(a).scheme());
      case "uriComponent" -> text("any", ConversionFunctions::uriComponent);
      case "uriComponentToString" -> text("any", ConversionFunctions::uriComponentToString);
      case "formatNumber" -> text("number,number,string?", ConversionFunctions::format);
      case "isArray" -> test("any", a -> a.at(0).isArray());
      case "isBoolean" -> test("any", a -> a.at(0).isBoolean());
      case "isString" -> test("any", a -> a.isText(0));
      // As in JavaScript, where a list and null are objects too.
      case "isObject" -> test("any", a -> a.at(0).isContainer() || a.at(0).isNull());
      case "isInteger" -> test("any", a -> a.at(0).isNumber() && NumberFormat.isWhole(a.number(0)));
      case "isFloat" -> test("any", a -> a.at(0).isNumber() && !NumberFormat.isWhole(a.number(0)));
      case "isDateTime" -> test("any", a -> a.isText(0) && TimestampParser.isStrict(a.string(0)));
      // Dates
      case "utcNow" ->
          text("string?,string?", a -> write(a, a.run().host().clock().instant().atOffset(UTC), 0));
      case "formatDateTime" ->
          text("string,string?,string?", a -> write(a, TimestampParser.lenient(a.string(0)), 1));
      case "formatEpoch" ->
          text("number,string?,string?", a -> write(a, epoch((long) (a.number(0) * 1000)), 1));
      case "formatTicks" -> text("number,string?,string?", DateFunctions::formatTicks);
      case "ticks" -> value("number", "string", DateFunctions::ticks);
      case "dateTimeDiff" ->
          number("string,string", a -> 10_000.0 * MILLIS.between(time(a, 1), time(a, 0)));
      case "addToTime" -> text("string,number,string,string?,string?", a -> shift(a, 1));
      case "getFutureTime" -> text("number,string,string?,string?", a -> fromNow(a, 1));
      case "getPastTime" -> text("number,string,string?,string?", a -> fromNow(a, -1));
      case "ticksToDays" -> number("number", a -> a.whole(0) / (TICKS_PER_MINUTE * 1440));
      case "ticksToHours" -> number("number", a -> a.whole(0) / (TICKS_PER_MINUTE * 60));
      case "ticksToMinutes" -> number("number", a -> a.whole(0) / TICKS_PER_MINUTE);
      case "dateReadBack" -> text("string,string", DateFunctions::readBack);
      case "subtractFromTime" -> text("string,number,string,string?,string?", a -> shift(a, -1));
      case "convertFromUTC" -> text("string,string,string?,string?", DateFunctions::fromUtc);
      case "convertToUTC" -> text("string,string,string?,string?", DateFunctions::toUtc);
      case "getTimeOfDay" -> text("string", DateFunctions::timeOfDay);
      case "date" ->
          text(
              "string",
              a -> DotNetDateFormat.write(time(a, 0), "M/dd/yyyy", a.run().host().locale()));
      case "dayOfMonth" -> number("string", a -> time(a, 0).getDayOfMonth());
      case "dayOfWeek" -> number("string", a -> time(a, 0).getDayOfWeek().getValue() % 7);
      case "dayOfYear" -> number("string", a -> time(a, 0).getDayOfYear());
      case "month" -> number("string", a -> time(a, 0).getMonthValue());
      case "year" -> number("string", a -> time(a, 0).getYear());
      case "startOfHour" -> start(MINUTE_OF_HOUR, HOURS);
      case "startOfDay" -> start(HOUR_OF_DAY, DAYS);
      case "startOfMonth" -> start(DAY_OF_MONTH, DAYS);
      case "addDays" -> add(DAY_OF_MONTH, DAYS);
      case "addHours" -> add(HOUR_OF_DAY, HOURS);
      case "addMinutes" -> add(MINUTE_OF_HOUR, MINUTES);
      case "addSeconds" -> add(SECOND_OF_MINUTE, SECONDS);
      default -> null;
    };
  }
}

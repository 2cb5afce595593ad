package dev.holdfast.card.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From one type to another, and what type a value has. */
final class ConversionFunctions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private ConversionFunctions() {}

  static void define(Functions functions) {
    functions.define("number int(any)", ConversionFunctions::toInt);
    functions.define("number float(any)", ConversionFunctions::toFloat);
    functions.define("string string(any,string?)", ConversionFunctions::toText);
    functions.define("any json(string)", ConversionFunctions::json);
    functions.define("string base64(any)", ConversionFunctions::base64);
    functions.define("string base64ToString(any)", ConversionFunctions::base64ToString);
    functions.define("string uriComponent(any)", ConversionFunctions::uriComponent);
    functions.define("string uriComponentToString(any)", ConversionFunctions::uriComponentToString);
    functions.define("string formatNumber(number,number,string?)", ConversionFunctions::format);
    test(functions, "isArray", JsonNode::isArray);
    test(functions, "isBoolean", JsonNode::isBoolean);
    test(functions, "isString", JsonNode::isString);
    // As in JavaScript, where a list and null are objects too.
    test(functions, "isObject", value -> value.isContainer() || value.isNull());
    test(
        functions,
        "isDateTime",
        value -> value.isString() && Timestamps.strict(value.stringValue()).isPresent());
    test(functions, "isInteger", value -> value.isNumber() && Numbers.isWhole(Numbers.of(value)));
    test(functions, "isFloat", value -> value.isNumber() && !Numbers.isWhole(Numbers.of(value)));
  }

  private static void test(Functions functions, String name, Predicate<JsonNode> test) {
    functions.define("boolean " + name + "(any)", a -> Values.bool(test.test(a.at(0))));
  }

  private static JsonNode toInt(Arguments a) {
    if (!a.isText(0) && !a.at(0).isNumber()) {
      return Values.MISSING;
    }
    var number = Numbers.leadingInt(a.isText(0) ? a.string(0) : Numbers.text(a.number(0)));
    return Double.isNaN(number) ? a.fail(0, "a number") : Values.number(number);
  }

  private static JsonNode toFloat(Arguments a) {
    if (!a.isText(0)) {
      return a.at(0).isNumber() ? a.at(0) : Values.MISSING;
    }
    var number = Numbers.leadingFloat(a.string(0));
    return Double.isNaN(number) ? a.fail(0, "a number") : Values.number(number);
  }

  private static JsonNode toText(Arguments a) {
    if (!Values.isNumber(a.at(0))) {
      return Values.text(new BoundedText(a.run()).readable(a.at(0)).toString());
    }
    var digits = Numbers.text(a.number(0));
    int point = digits.indexOf('.');
    int fraction = point < 0 ? 0 : digits.length() - point - 1;
    return Values.text(fixed(a.number(0), fraction, Locales.numbers(Locales.of(a, 1))));
  }

  private static JsonNode format(Arguments a) {
    int digits = a.integer(1);
    if (digits < 0) {
      a.fail(1, "0 or more");
    }
    var rounded = Numbers.round(a.number(0), digits);
    return Values.text(fixed(rounded, Math.min(20, digits), Locales.numbers(Locales.of(a, 2))));
  }

  /** As the reference's D3 does: grouped, and with a true minus sign unless it rounds to zero. */
  private static String fixed(double number, int fraction, Locales.NumberStyle style) {
    if (!Double.isFinite(number)) {
      return Numbers.text(number).replace('-', '\u2212');
    }
    var value = new BigDecimal(Math.abs(number)).setScale(fraction, RoundingMode.HALF_UP);
    var digits = value.unscaledValue().toString();
    digits = "0".repeat(Math.max(0, fraction + 1 - digits.length())) + digits;
    int whole = digits.length() - fraction;
    var text = new StringBuilder(number < 0 && value.signum() != 0 ? "\u2212" : "");
    for (int i = 0; i < digits.length(); i++) {
      int left = whole - i;
      if (left == 0) {
        text.append(style.decimal());
      } else if (i > 0 && left >= style.first() && (left - style.first()) % style.others() == 0) {
        text.append(style.thousands());
      }
      text.append((char) (digits.charAt(i) - '0' + style.zero()));
    }
    return text.toString();
  }

  private static JsonNode json(Arguments a) {
    try {
      var value = JSON.readTree(a.string(0).strip());
      return value.isMissingNode() ? a.fail(0, "JSON") : value;
    } catch (JacksonException e) {
      return a.fail(0, "JSON");
    }
  }

  private static JsonNode base64(Arguments a) {
    if (!a.isText(0)) {
      return Values.MISSING;
    }
    var bytes = a.string(0).getBytes(StandardCharsets.UTF_8);
    return Values.text(Base64.getEncoder().encodeToString(bytes));
  }

  /** Lenient, as the reference: what is no digit of Base64 is passed over. */
  private static JsonNode base64ToString(Arguments a) {
    var standard = a.string(0).replace('-', '+').replace('_', '/').replaceFirst("=.*", "");
    var digits = standard.replaceAll("[^A-Za-z0-9+/]", "");
    var whole = digits.substring(0, digits.length() - (digits.length() % 4 == 1 ? 1 : 0));
    return Values.text(new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8));
  }

  private static JsonNode uriComponent(Arguments a) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(a.string(0))) {
      a.fail(0, "a string of whole characters");
    }
    var encoded = URLEncoder.encode(a.string(0), StandardCharsets.UTF_8).replace("+", "%20");
    return Values.text(
        encoded
            .replace("%21", "!")
            .replace("%27", "'")
            .replace("%28", "(")
            .replace("%29", ")")
            .replace("%7E", "~"));
  }

  private static JsonNode uriComponentToString(Arguments a) {
    if (BROKEN_PERCENT.matcher(a.string(0)).find()) {
      a.fail(0, "a URI component");
    }
    var text = URLDecoder.decode(a.string(0).replace("+", "%2B"), StandardCharsets.UTF_8);
    if (text.contains("\ufffd") && !a.string(0).toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
      a.fail(0, "a URI component in UTF-8");
    }
    return Values.text(text);
  }
}

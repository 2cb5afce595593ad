package dev.holdfast.card.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.card.engine.value.BoundedStringBuilder;
import dev.holdfast.card.engine.value.JsonValues;
import dev.holdfast.card.engine.value.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BinaryNode;

/** From one type to another, and what type a value has. */
public final class ConversionFunctions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What JavaScript encodes in a URI component. */
  private static final Pattern ENCODED = Pattern.compile("[^A-Za-z0-9_.!~*'()-]+");

  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private ConversionFunctions() {}

  static JsonNode number(FunctionArguments a, Pattern form) {
    if (!a.isText(0) && !a.at(0).isNumber()) {
      return JsonValues.MISSING;
    }
    var number = NumberFormat.leading(form, BoundedStringBuilder.scalar(a.at(0)));
    return Double.isNaN(number) ? a.fail(0, "a number") : JsonValues.number(number);
  }

  static String toText(FunctionArguments a) {
    if (a.at(0) instanceof BinaryNode bytes) {
      return new String(bytes.binaryValue(), UTF_8);
    }
    if (!JsonValues.isNumber(a.at(0)) || a.at(0) instanceof BigIntegerNode) {
      return BoundedStringBuilder.join(a.run(), a.at(0)).stringValue();
    }
    var digits = NumberFormat.text(a.number(0));
    int point = digits.indexOf('.');
    return fixed(a, point < 0 ? 0 : digits.length() - point - 1, a.number(0), 1);
  }

  static JsonNode stringify(FunctionArguments a) {
    return a.at(0).isMissingNode()
        ? JsonValues.MISSING
        : JsonValues.text(new BoundedStringBuilder(a.run()).json(a.at(0), 0).toString());
  }

  static String format(FunctionArguments a) {
    int digits = a.integer(1) < 0 ? a.fail(1, "0 or more") : a.integer(1);
    return fixed(a, Math.min(20, digits), NumberFormat.round(a.number(0), digits), 2);
  }

  /**
   * As d3-format does, which the reference uses: grouped, and with a true minus sign unless it
   * rounds to zero.
   */
  private static String fixed(FunctionArguments a, int fraction, double number, int locale) {
    if (!Double.isFinite(number)) {
      return NumberFormat.text(number).replace('-', '\u2212');
    }
    var style = RegionFormats.NumberStyle.of(RegionFormats.of(a, locale));
    var value = new BigDecimal(Math.abs(number)).setScale(fraction, RoundingMode.HALF_UP);
    var digits = value.toPlainString();
    int whole = digits.length() - (fraction == 0 ? 0 : fraction + 1);
    var text = new StringBuilder(number < 0 && value.signum() != 0 ? "\u2212" : "");
    for (int i = 0; i < digits.length(); i++) {
      int left = whole - i;
      if (i > 0 && left >= 3 && (left - 3) % style.others() == 0) {
        text.append(style.thousands());
      }
      text.append(left == 0 ? style.decimal() : (char) (digits.charAt(i) - '0' + style.zero()));
    }
    return text.toString();
  }

  static JsonNode json(FunctionArguments a) {
    try {
      var value = JSON.readTree(a.string(0).strip());
      return value.isMissingNode() ? a.fail(0, "JSON") : value;
    } catch (JacksonException e) {
      return a.fail(0, "JSON");
    }
  }

  static String uriComponent(FunctionArguments a) {
    var text = a.string(0);
    if (!UTF_8.newEncoder().canEncode(text)) {
      a.fail(0, "a string of whole characters");
    }
    return ENCODED
        .matcher(text)
        .replaceAll(part -> URLEncoder.encode(part.group(), UTF_8).replace("+", "%20"));
  }

  static String uriComponentToString(FunctionArguments a) {
    var encoded = a.string(0);
    if (BROKEN_PERCENT.matcher(encoded).find()) {
      a.fail(0, "a URI component");
    }
    var text = URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    var broken = text.contains("\ufffd") && !encoded.toUpperCase(Locale.ROOT).contains("%EF%BF%BD");
    return broken ? a.fail(0, "a URI component in UTF-8") : text;
  }
}

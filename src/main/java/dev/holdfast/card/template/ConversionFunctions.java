package dev.holdfast.card.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BigIntegerNode;

/** From one type to another, and what type a value has. */
final class ConversionFunctions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What JavaScript encodes in a URI component. */
  private static final Pattern ENCODED = Pattern.compile("[^A-Za-z0-9_.!~*'()-]+");

  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private ConversionFunctions() {}

  static JsonNode number(Arguments a, Pattern form) {
    if (!a.isText(0) && !a.at(0).isNumber()) {
      return Values.MISSING;
    }
    var number = Numbers.leading(form, BoundedText.scalar(a.at(0)));
    return Double.isNaN(number) ? a.fail(0, "a number") : Values.number(number);
  }

  static String toText(Arguments a) {
    if (!Values.isNumber(a.at(0)) || a.at(0) instanceof BigIntegerNode) {
      return BoundedText.join(a.run(), a.at(0)).stringValue();
    }
    var digits = Numbers.text(a.number(0));
    int point = digits.indexOf('.');
    return fixed(a, point < 0 ? 0 : digits.length() - point - 1, a.number(0), 1);
  }

  static String format(Arguments a) {
    int digits = a.integer(1) < 0 ? a.fail(1, "0 or more") : a.integer(1);
    return fixed(a, Math.min(20, digits), Numbers.round(a.number(0), digits), 2);
  }

  /** As the reference's D3 does: grouped, and with a true minus sign unless it rounds to zero. */
  private static String fixed(Arguments a, int fraction, double number, int locale) {
    if (!Double.isFinite(number)) {
      return Numbers.text(number).replace('-', '\u2212');
    }
    var style = Locales.NumberStyle.of(Locales.of(a, locale));
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

  static JsonNode json(Arguments a) {
    try {
      var value = JSON.readTree(a.string(0).strip());
      return value.isMissingNode() ? a.fail(0, "JSON") : value;
    } catch (JacksonException e) {
      return a.fail(0, "JSON");
    }
  }

  static JsonNode base64(Arguments a) {
    return a.isText(0)
        ? Values.text(Base64.getEncoder().encodeToString(a.string(0).getBytes(UTF_8)))
        : Values.MISSING;
  }

  /** Lenient, as the reference: what is no digit of Base64 is passed over. */
  static String base64ToString(Arguments a) {
    var standard = a.string(0).replace('-', '+').replace('_', '/').replaceFirst("=.*", "");
    var digits = standard.replaceAll("[^A-Za-z0-9+/]", "");
    var whole = digits.substring(0, digits.length() - (digits.length() % 4 == 1 ? 1 : 0));
    return new String(Base64.getDecoder().decode(whole), UTF_8);
  }

  static String uriComponent(Arguments a) {
    var text = a.string(0);
    if (!UTF_8.newEncoder().canEncode(text)) {
      a.fail(0, "a string of whole characters");
    }
    return ENCODED
        .matcher(text)
        .replaceAll(part -> URLEncoder.encode(part.group(), UTF_8).replace("+", "%20"));
  }

  static String uriComponentToString(Arguments a) {
    var encoded = a.string(0);
    if (BROKEN_PERCENT.matcher(encoded).find()) {
      a.fail(0, "a URI component");
    }
    var text = URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    var broken = text.contains("\ufffd") && !encoded.toUpperCase(Locale.ROOT).contains("%EF%BF%BD");
    return broken ? a.fail(0, "a URI component in UTF-8") : text;
  }
}

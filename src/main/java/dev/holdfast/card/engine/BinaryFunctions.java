package dev.holdfast.card.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.card.engine.value.JsonValues;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;

/** Bytes, Base64, and data URIs. Where bytes leave an expression they are Base64. */
final class BinaryFunctions {
  private static final String DATA_URI = "data:text/plain;charset=utf-8;base64,";

  private BinaryFunctions() {}

  static JsonNode binary(FunctionArguments a) {
    return JsonValues.JSON.binaryNode(a.text(0).getBytes(UTF_8));
  }

  static JsonNode base64(FunctionArguments a) {
    if (a.at(0) instanceof BinaryNode bytes) {
      return JsonValues.text(Base64.getEncoder().encodeToString(bytes.binaryValue()));
    }
    return a.isText(0) ? JsonValues.text(encoded(a)) : JsonValues.MISSING;
  }

  private static String encoded(FunctionArguments a) {
    return Base64.getEncoder().encodeToString(a.text(0).getBytes(UTF_8));
  }

  static String base64ToString(FunctionArguments a) {
    return new String(decoded(a.string(0)), UTF_8);
  }

  static JsonNode base64ToBinary(FunctionArguments a) {
    return JsonValues.JSON.binaryNode(decoded(a.string(0)));
  }

  static String dataUri(FunctionArguments a) {
    return DATA_URI + encoded(a);
  }

  static String dataUriToString(FunctionArguments a) {
    var uri = a.text(0);
    return new String(decoded(uri.substring(uri.indexOf(',') + 1)), UTF_8);
  }

  /** Lenient, as the reference: what is no digit of Base64 is passed over. */
  private static byte[] decoded(String text) {
    var standard = text.replace('-', '+').replace('_', '/').replaceFirst("=.*", "");
    var digits = standard.replaceAll("[^A-Za-z0-9+/]", "");
    var whole = digits.substring(0, digits.length() - (digits.length() % 4 == 1 ? 1 : 0));
    return Base64.getDecoder().decode(whole);
  }
}

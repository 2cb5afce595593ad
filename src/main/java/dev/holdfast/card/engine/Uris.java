package dev.holdfast.card.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute URI, read as browsers and the reference do by the URL standard.
 *
 * @param port empty if it's the usual one of the scheme
 * @param query with its question mark, or empty
 */
record Uris(String scheme, String host, String port, String path, String query) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):([^?#]*)(\\?[^#]*)?(?:#.*)?", Pattern.DOTALL);

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:.*@)?(\\[[0-9a-fA-F:.]+]|[^:]*)(?::(\\d*))?", Pattern.DOTALL);

  private static final Pattern NO_HOST = Pattern.compile("[\\x00-\\x20#%/:<>?@\\[\\\\\\]^|\\x7f]");

  /** The schemes that the standard knows, with their usual ports. */
  private static final Map<String, String> PORTS =
      Map.of("http", "80", "https", "443", "ws", "80", "wss", "443", "ftp", "21", "file", "");

  /**
   * Reads the first argument.
   *
   * @throws EvaluationException if it isn't an absolute URI
   */
  static Uris of(FunctionArguments a) {
    var text = a.string(0).strip().replaceAll("[\\t\\r\\n]", "");
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return a.fail(0, "an absolute URI");
    }
    var scheme = form.group(1).toLowerCase(Locale.ROOT);
    var isKnown = PORTS.containsKey(scheme);
    var rest = isKnown ? form.group(2).replace('\\', '/') : form.group(2);
    var query = form.group(3) == null || form.group(3).equals("?") ? "" : form.group(3);
    query = encode(query, isKnown ? "\"<>'" : "\"<>");
    if (!isKnown && !rest.startsWith("//")) {
      var path = rest.startsWith("/") ? path(rest) : encode(rest, "");
      return new Uris(scheme, "", "", path, query);
    }
    var after = scheme.equals("file") ? rest.replaceFirst("^//", "") : rest.replaceFirst("^/+", "");
    int slash = after.indexOf('/');
    var authority = AUTHORITY.matcher(slash < 0 ? after : after.substring(0, slash));
    if (!authority.matches()) {
      return a.fail(0, "an absolute URI");
    }
    var host = isKnown ? host(a, authority.group(1)) : authority.group(1);
    if (host.isEmpty() && isKnown && !scheme.equals("file")) {
      return a.fail(0, "an absolute URI");
    }
    var path = slash < 0 ? isKnown ? "/" : "" : path(after.substring(slash));
    return new Uris(scheme, host, port(a, scheme, authority.group(2)), path, query);
  }

  private static String host(FunctionArguments a, String written) {
    if (written.startsWith("[")) {
      return written.toLowerCase(Locale.ROOT);
    }
    try {
      var host = IDN.toASCII(URLDecoder.decode(written.replace("+", "%2B"), UTF_8));
      return NO_HOST.matcher(host).find()
          ? a.fail(0, "an absolute URI")
          : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return a.fail(0, "an absolute URI");
    }
  }

  private static String port(FunctionArguments a, String scheme, @Nullable String written) {
    var port = written == null ? "" : written.replaceFirst("^0+(?=.)", "");
    if (port.length() > 5 || !port.isEmpty() && Integer.parseInt(port) > 65_535) {
      return a.fail(0, "an absolute URI");
    }
    return port.equals(PORTS.get(scheme)) ? "" : port;
  }

  /** The path without the segments that mean this folder or the one above. */
  private static String path(String path) {
    var segments = new ArrayDeque<String>();
    var parts = List.of(path.substring(1).split("/", -1));
    for (int i = 0; i < parts.size(); i++) {
      var plain = parts.get(i).replaceAll("(?i)%2e", ".");
      if (plain.equals("..")) {
        segments.pollLast();
      } else if (!plain.equals(".")) {
        segments.add(encode(parts.get(i), "\"<>`{}^"));
      }
      if (i == parts.size() - 1 && (plain.equals("..") || plain.equals("."))) {
        segments.add("");
      }
    }
    return "/" + String.join("/", segments);
  }

  /** Writes control characters, spaces, these, and all that isn't ASCII as bytes in UTF-8. */
  private static String encode(String text, String more) {
    var encoded = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      var c = (char) (b & 0xff);
      var isPlain = c >= (more.isEmpty() ? ' ' : '!') && c < 0x7f && more.indexOf(c) < 0;
      encoded.append(isPlain ? String.valueOf(c) : "%" + hex(b));
    }
    return encoded.toString();
  }

  private static String hex(byte b) {
    return "" + "0123456789ABCDEF".charAt((b >> 4) & 15) + "0123456789ABCDEF".charAt(b & 15);
  }
}

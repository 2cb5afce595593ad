package dev.holdfast.support;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a web page may have sent to a server that only this machine reaches. A page's site can
 * have its own name lead to 127.0.0.1 (DNS rebinding), but then the browser says that name in
 * {@code Host}; and what another site's page sends has that site in {@code Origin}.
 */
public final class LoopbackHeaders {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:]+]|[^:]+)(?::(\\d{1,5}))?");

  private LoopbackHeaders() {}

  /**
   * Why a request isn't answered; empty if it's from this machine.
   *
   * @param host the header; null is refused, because every browser sends it
   * @param origin the header; programs other than browsers send none
   * @param port where the server listens
   */
  public static Optional<String> refusal(@Nullable String host, @Nullable String origin, int port) {
    if (host == null || !isOurs(host, port)) {
      return Optional.of(
          ("This address answers only to localhost:%d, 127.0.0.1:%d and [::1]:%d, and the request"
                  + " is for another name (header Host). Open it under one of these.")
              .formatted(port, port, port));
    }
    return origin == null || isOnLoopback(origin)
        ? Optional.empty()
        : Optional.of("Pages of other sites may not send anything here (header Origin).");
  }

  private static boolean isOurs(String host, int port) {
    Matcher parts = HOST.matcher(host.toLowerCase(Locale.ROOT));
    return parts.matches()
        && NAMES.contains(parts.group(1))
        && (parts.group(2) == null || Integer.parseInt(parts.group(2)) == port);
  }

  /** On any port: the chat windows have ports of their own. */
  private static boolean isOnLoopback(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}

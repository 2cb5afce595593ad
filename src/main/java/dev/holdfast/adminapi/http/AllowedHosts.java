package dev.holdfast.adminapi.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that may be given a token. The service names addresses itself, in {@code
 * Operation-Location} and {@code nextLink}; whoever could forge one would be sent the token, so
 * only the configured base and https hosts under the configured names are trusted (facts 1.5).
 *
 * @param base scheme, host and port that are always allowed
 * @param names host names; each allows itself and its subdomains, on the standard https port
 */
record AllowedHosts(URI base, List<String> names) {

  boolean allow(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    return sameOrigin(address) || underAName(address);
  }

  private boolean sameOrigin(URI address) {
    return lower(address.getScheme()).equals(lower(base.getScheme()))
        && lower(address.getHost()).equals(lower(base.getHost()))
        && port(address) == port(base);
  }

  private boolean underAName(URI address) {
    String host = lower(address.getHost());
    return lower(address.getScheme()).equals("https")
        && port(address) == 443
        && names.stream()
            .map(AllowedHosts::lower)
            .anyMatch(name -> host.equals(name) || host.endsWith("." + name));
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return lower(address.getScheme()).equals("https") ? 443 : 80;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}

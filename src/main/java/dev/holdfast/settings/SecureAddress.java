package dev.holdfast.settings;

import java.net.URI;
import java.util.regex.Pattern;

/** Which addresses Holdfast may send secrets or data to: those that nobody on the way can read. */
public final class SecureAddress {

  /** Without asking a name server, whose answer may change. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

  private SecureAddress() {}

  /** Whether it's an https address with a host. */
  public static boolean isHttps(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null;
  }

  /** Whether it's an https address with a host, or an http address of this machine. */
  public static boolean isHttpsOrLocal(URI url) {
    return isHttps(url)
        || "http".equalsIgnoreCase(url.getScheme())
            && url.getHost() != null
            && LOOPBACK.matcher(url.getHost()).matches();
  }
}

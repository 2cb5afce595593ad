package dev.holdfast.card.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A way to another page. The address stands in Markdown, so only one that cannot end its link
 * becomes one.
 *
 * @param title Holdfast's own words
 */
public record ExternalLink(String title, String address) {

  private static final Pattern PLAIN = Pattern.compile("[\\w.~:/?#@!$&'*+,;=%-]{1,500}");

  /** Empty unless the address is a plain one over https. */
  public static Optional<ExternalLink> to(String title, String address) {
    return isWebPage(address) ? Optional.of(new ExternalLink(title, address)) : Optional.empty();
  }

  private static boolean isWebPage(String address) {
    try {
      URI uri = new URI(address);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && PLAIN.matcher(address).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

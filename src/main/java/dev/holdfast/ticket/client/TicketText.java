package dev.holdfast.ticket.client;

import dev.holdfast.support.ShortText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts to and from the ticket system. */
public final class TicketText {

  private static final int MOST = 300;

  private TicketText() {}

  /** What the system says, on one line and not longer than people read. */
  public static String shown(String text) {
    return ShortText.cut(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), MOST);
  }

  /** As a part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

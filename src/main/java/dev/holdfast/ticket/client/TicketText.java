package dev.holdfast.ticket.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts to and from the ticket system. */
public final class TicketText {

  private static final int MOST = 300;

  private TicketText() {}

  /** What the system says, on one line and not longer than people read. */
  public static String shown(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
  }

  /** As a part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

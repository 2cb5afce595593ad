package dev.holdfast.environment;

import dev.holdfast.message.TextMarks;

/**
 * Names with characters that nobody sees, or that look like others: shown as such. Arguments of
 * messages are marked without it; it's for what a card shows beside them.
 */
public final class NameMarks {

  private NameMarks() {}

  /** Whether all of a text can be seen, and no letter of it passes for one of another script. */
  public static boolean isPlain(String text) {
    return TextMarks.isPlain(text);
  }

  /** The name with each unseen character as its code, and a mark where scripts are mixed. */
  public static String shown(String name) {
    return TextMarks.name(name);
  }
}

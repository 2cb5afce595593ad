package dev.holdfast.bot.action;

import java.util.regex.Pattern;

/**
 * The stable name of a card action. Cards in chats are older than the code, so a verb never
 * changes.
 *
 * @param name such as {@code request.approve}
 */
public record ActionVerb(String name) {

  private static final Pattern VALID = Pattern.compile("[a-z]+\\.[a-zA-Z]+");

  public ActionVerb {
    if (!VALID.matcher(name).matches()) {
      throw new IllegalArgumentException("This is no verb: " + name);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

package dev.holdfast.operation.repeat;

import dev.holdfast.bot.ChatUser;

/**
 * The input of a form that says how often it's to be done.
 *
 * @param text as people type it; empty for once
 * @param meaning what it means; empty while it isn't understood
 */
public record RepeatFields(String text, String meaning) {

  public static RepeatFields of(RepeatForm.Shown shown, ChatUser who) {
    return new RepeatFields(shown.text(), shown.meaning().map(who.texts()::of).orElse(""));
  }
}

package dev.holdfast.chat;

import java.util.regex.Pattern;

/** Text of people in messages that Teams reads as Markdown. */
final class Plain {

  private static final Pattern MARKS = Pattern.compile("([\\\\`*_{}\\[\\]()<>#+\\-.!|~&])");

  private Plain() {}

  /** The text, shown as typed. */
  static String text(String typed) {
    return MARKS.matcher(typed).replaceAll("\\\\$1");
  }
}

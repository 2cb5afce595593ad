package dev.holdfast.chat;

import dev.holdfast.support.EditDistance;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words that begin a command: the one that {@code help} shows first, then what people type. */
enum Verb {
  GREETING("hello", "hi", "hey", "hiya", "howdy", "yo", "moin", "greetings", "start"),
  HELP("help", "?", "h", "commands", "command", "usage", "menu"),
  ENVIRONMENTS("environments", "envs", "environs"),
  ENVIRONMENT("environment", "env", "details", "detail", "info", "about"),
  BACKUPS("backups", "bkps"),
  BACKUP("backup", "back-up", "bkp", "snapshot"),
  RESTORE("restore"),
  WHY("why", "whynot"),
  STATUS("status", "state", "progress", "request", "requests"),
  APPROVALS("approvals", "approval", "pending", "inbox"),
  HISTORY("history", "log", "audit"),
  CANCEL("cancel", "abort", "withdraw"),
  UNDO("undo", "revert"),
  SUBSCRIBE("subscribe", "sub", "follow", "watch"),
  UNSUBSCRIBE("unsubscribe", "unsub", "unfollow", "unwatch"),
  DOCTOR("doctor", "health", "diagnose", "ping");

  private final List<String> words;

  Verb(String... words) {
    this.words = List.of(words);
  }

  /** The command as the help shows it. */
  String word() {
    return words.get(0);
  }

  /** The command that a word stands for, whatever its case, a slash before or a mark after it. */
  static Optional<Verb> of(String word) {
    String plain = plain(word);
    return Arrays.stream(values()).filter(verb -> verb.words.contains(plain)).findFirst();
  }

  /** The command that a word with a typo was probably meant to be. */
  static Optional<Verb> nearest(String word) {
    String plain = plain(word);
    if (plain.length() < 3 || plain.length() > 20) {
      return Optional.empty();
    }
    int limit = plain.length() < 5 ? 1 : 2;
    record Near(Verb verb, int distance) {}
    return Arrays.stream(values())
        .filter(verb -> verb != GREETING)
        .map(verb -> new Near(verb, EditDistance.between(plain, verb.word())))
        .filter(near -> near.distance() <= limit || near.verb().word().startsWith(plain))
        .min(Comparator.comparingInt(Near::distance))
        .map(Near::verb);
  }

  private static String plain(String word) {
    // Full-width letters of an input method are the same letters.
    String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("/") ? lower.substring(1) : lower;
    String unmarked = Tokenizer.withoutClosingMarks(bare);
    return unmarked.isEmpty() && bare.startsWith("?") ? "?" : unmarked;
  }
}

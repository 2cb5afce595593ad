package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import java.util.Map;

/**
 * The addresses or ids of the threads of a conversation, as a range that a database reads along an
 * index. {@code like} with a parameter doesn't use one on H2, and on PostgreSQL only where the
 * collation allows it. A collation may put others into the range, so {@code like} still decides.
 */
record ThreadRange(String first, String end, String pattern) {

  /**
   * @param conversation its address or id as it is stored
   */
  static ThreadRange of(String conversation) {
    String beginning = conversation + Address.Conversation.THREAD;
    // The id of a message is a number: every collation has its digits before the letters.
    return new ThreadRange(
        beginning, beginning + "z", beginning.replaceAll("([!%_])", "!$1") + "%");
  }

  /** Whether a column names one of the threads, with parameters that begin with a name. */
  static String condition(String column, String name) {
    return "%1$s > :%2$sFirst and %1$s < :%2$sEnd and %1$s like :%2$sPattern escape '!'"
        .formatted(column, name);
  }

  Map<String, String> parameters(String name) {
    return Map.of(name + "First", first, name + "End", end, name + "Pattern", pattern);
  }
}

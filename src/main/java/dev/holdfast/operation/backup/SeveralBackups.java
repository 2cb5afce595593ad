package dev.holdfast.operation.backup;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import java.util.List;
import java.util.Optional;

/** Backups of more than one environment, as {@code backup all production} asks for them. */
public interface SeveralBackups {

  /**
   * The form for them; empty where the words mean no more than one environment.
   *
   * @param words what followed the command, quoted words together as one
   * @param start words for the time at which they're to start; empty for as soon as possible
   */
  Optional<Card> form(List<String> words, String start, ChatUser who);
}

package dev.holdfast.operation.backup;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Backups of more than one environment, as {@code backup all production} asks for them. */
public interface SeveralBackups {

  /**
   * The form for them; empty where the words mean no more than one environment.
   *
   * @param words what followed the command, quoted words together as one
   * @param known what else the form is filled in with, such as the start
   */
  Optional<Card> form(List<String> words, Map<String, String> known, ChatUser who);
}

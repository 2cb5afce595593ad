package dev.holdfast.operation;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.card.Card;
import java.util.Map;

/** A button that opens the form of a type of operation. */
public interface OpenFormAction extends FormAction {

  /** The form, filled in as far as the data say. */
  Card form(Map<String, String> data, ChatUser who);
}

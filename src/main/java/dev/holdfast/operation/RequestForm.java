package dev.holdfast.operation;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.card.Card;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.OperationSpec;

/** The form in which people ask for an operation of a type; there is one for each. */
public interface RequestForm<S extends OperationSpec> {

  Class<S> specType();

  /** With what was asked for once, to ask for the same again. */
  Card again(Request request, S spec, ChatUser who);
}

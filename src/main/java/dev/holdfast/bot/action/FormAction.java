package dev.holdfast.bot.action;

import dev.holdfast.bot.CardActionInvocation;
import java.util.Optional;

/**
 * A button that opens a form or goes on with one. Others read the form too, and the request that
 * comes of it.
 */
public interface FormAction extends ReplyAction {

  /**
   * The command that opens a form of one's own, for a person who clicks on another person's form;
   * empty where they may go on with it.
   */
  default Optional<String> ownFormCommand() {
    return Optional.empty();
  }

  /**
   * What is wrong with a filled-in form, as far as that is known without asking the service.
   *
   * @return empty when nothing is known to be wrong
   */
  default Optional<FormErrors> objection(CardActionInvocation clicked) {
    return Optional.empty();
  }
}

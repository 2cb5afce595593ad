package dev.holdfast.operation.copy;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.card.Card;
import dev.holdfast.operation.OpenFormAction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the form for a copy. */
@Component
class CopyFormAction implements OpenFormAction {

  static final ActionVerb VERB = new ActionVerb("copy.form");

  private final CopyFormReader reader;
  private final CopyForm forms;

  CopyFormAction(CopyFormReader reader, CopyForm forms) {
    this.reader = reader;
    this.forms = forms;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("copy-source", "copy-form", "copy-review", "home", "candidates");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of(CopySpec.KIND);
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.data(), clicked.who())));
  }

  @Override
  public Card form(Map<String, String> data, ChatUser who) {
    return reader.read(data, who, input -> forms.form(input, who, Optional.empty()));
  }
}

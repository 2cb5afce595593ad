package dev.holdfast.operation.restore;

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

/**
 * Opens the form for a restore; with a possible time where the person has chosen one in place of
 * theirs.
 */
@Component
public class RestoreFormAction implements OpenFormAction {

  static final ActionVerb VERB = new ActionVerb("restore.form");

  private final RestoreFormReader reader;
  private final RestoreForm forms;

  RestoreFormAction(RestoreFormReader reader, RestoreForm forms) {
    this.reader = reader;
    this.forms = forms;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of(
        "backups",
        "environment",
        "help",
        "home",
        "restore-form",
        "restore-source",
        "review",
        "why",
        "candidates");
  }

  @Override
  public Optional<String> ownFormCommand() {
    return Optional.of("restore");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.data(), clicked.who())));
  }

  @Override
  public Card form(Map<String, String> data, ChatUser who) {
    return reader.read(data, who, input -> forms.form(input, who));
  }
}

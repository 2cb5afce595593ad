package dev.holdfast.chat.request.again;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.action.ActionVerb;
import dev.holdfast.bot.action.FormAction;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.card.Card;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens the form for what a request once asked for, between the same environments: without its
 * restore point, reason, and label, which belonged to that time.
 */
@Component
class RequestAnewAction implements FormAction {

  static final ActionVerb VERB = new ActionVerb("request.anew");

  private final ReadingRights rights;
  private final RequestForms forms;
  private final OperationCatalog operations;
  private final HelpCard help;

  RequestAnewAction(
      ReadingRights rights, RequestForms forms, OperationCatalog operations, HelpCard help) {
    this.rights = rights;
    this.forms = forms;
    this.operations = operations;
    this.help = help;
  }

  @Override
  public ActionVerb verb() {
    return VERB;
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("home");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    ChatUser who = clicked.who();
    String requestId = clicked.text("requestId");
    return Optional.of(
        Reply.of(
            rights
                .find(requestId, who.person())
                .flatMap(request -> form(request, who))
                .orElseGet(
                    () ->
                        help.hint(who.texts().of("request.notFound", "request", requestId), who))));
  }

  /** Empty for a type that isn't asked for again: no card offers that. */
  private Optional<Card> form(Request request, ChatUser who) {
    Operation<?> operation = operations.of(request.details().spec());
    return operation.anew().map(data -> forms.form(operation.formVerb(), data, who));
  }
}

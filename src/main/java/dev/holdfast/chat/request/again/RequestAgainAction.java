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
import dev.holdfast.request.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens the form filled with what a request that did not come about had asked for. What comes of it
 * is an ordinary request with its own approval.
 */
@Component
class RequestAgainAction implements FormAction {

  private final ReadingRights rights;
  private final RequestForms forms;
  private final OperationCatalog operations;
  private final HelpCard help;
  private final Clock clock;

  RequestAgainAction(
      ReadingRights rights,
      RequestForms forms,
      OperationCatalog operations,
      HelpCard help,
      Clock clock) {
    this.rights = rights;
    this.forms = forms;
    this.operations = operations;
    this.help = help;
    this.clock = clock;
  }

  @Override
  public ActionVerb verb() {
    return new ActionVerb("request.again");
  }

  @Override
  public Set<String> sentFrom() {
    return Set.of("request");
  }

  @Override
  public Optional<Reply> handle(CardActionInvocation clicked) {
    return Optional.of(Reply.of(form(clicked.text("requestId"), clicked.who())));
  }

  private Card form(String requestId, ChatUser who) {
    return rights
        .find(requestId, who.person())
        .map(request -> form(request, who))
        .orElseGet(() -> help.hint(who.texts().of("request.notFound", "request", requestId), who));
  }

  private Card form(Request request, ChatUser who) {
    Optional<RequestId> parent =
        request.details().followUpOf().filter(whole -> !request.details().isPart());
    if (parent.isPresent()) {
      return help.hint(
          who.texts().of("requestAgain.followUp", "request", parent.get().toString()), who);
    }
    Optional<Instant> from = request.completed().againFrom();
    if (from.isEmpty()) {
      return help.hint(
          who.texts()
              .of(
                  "requestAgain.notOffered",
                  "request",
                  request.id().toString(),
                  "state",
                  request.state().message(),
                  "command",
                  request.details().spec().kind()),
          who);
    }
    if (clock.instant().isBefore(from.get())) {
      return help.hint(
          who.texts()
              .of(
                  "requestAgain.later",
                  "request",
                  request.id().toString(),
                  "kind",
                  request.details().spec().kind(),
                  "time",
                  from.get()),
          who);
    }
    Operation<?> operation = operations.of(request.details().spec());
    return forms.form(operation.formVerb(), operation.again(request, who.zone()), who);
  }
}

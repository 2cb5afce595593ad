package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.ConversationService;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.action.ImmediateAction;
import dev.holdfast.bot.action.ReplyAction;
import dev.holdfast.bot.choice.ChoiceSearch;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ReaderLanguages;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Entry point for incoming activities. */
@Component
public class ConversationDispatcher implements ConversationService {

  private static final Logger log = LoggerFactory.getLogger(ConversationDispatcher.class);

  private final CommandDispatcher commands;
  private final CardActionDispatcher actions;
  private final PendingReplyFactory questions;
  private final ReplyService replies;
  private final ChoiceSearch searches;
  private final ReaderLanguages languages;

  ConversationDispatcher(
      CommandDispatcher commands,
      CardActionDispatcher actions,
      PendingReplyFactory questions,
      ReplyService replies,
      ChoiceSearch searches,
      ReaderLanguages languages) {
    this.languages = languages;
    this.commands = commands;
    this.actions = actions;
    this.questions = questions;
    this.replies = replies;
    this.searches = searches;
  }

  @Override
  public void said(IncomingMessage said) {
    replies.take(questions.message(said));
  }

  @Override
  public boolean isCommand(IncomingMessage said) {
    return commands.parse(said).isCommand();
  }

  @Override
  public List<Choice> searched(ChoiceQuery searched) {
    return ReaderLanguage.in(
        languages.of(new Address.Person(searched.who().id())), () -> searches.find(searched));
  }

  @Override
  public void installed(String activityId, ConversationRef where) {
    replies.takeUnmarked(questions.welcome(where));
  }

  @Override
  public ActionResponse clicked(CardActionInvocation clicked) {
    return ReaderLanguage.in(languages.of(reader(clicked)), () -> response(clicked));
  }

  /** The clicker alone sees what a click is answered with, unless it replaces the card for all. */
  private Address reader(CardActionInvocation clicked) {
    return actions.inPlace(clicked)
        ? clicked.where().readers(clicked.who().id())
        : new Address.Person(clicked.who().id());
  }

  private ActionResponse response(CardActionInvocation clicked) {
    Optional<ImmediateAction> immediate = actions.immediateAction(clicked);
    if (immediate.isPresent()) {
      return actions.excess(clicked).orElseGet(() -> atOnce(immediate.get(), clicked));
    }
    Optional<ReplyAction> lookUp = actions.replyAction(clicked);
    if (lookUp.isEmpty()) {
      log.info("a click with the unknown verb {} is refused", clicked.verb());
      return CardActionDispatcher.unknown();
    }
    return actions
        .refusal(clicked)
        .or(() -> actions.objection(clicked))
        .or(() -> actions.excess(clicked))
        .orElseGet(() -> inBackground(lookUp.get(), clicked));
  }

  private ActionResponse atOnce(ImmediateAction action, CardActionInvocation clicked) {
    actions.prepare(clicked);
    return action.changes()
        ? replies.decideOnce(clicked, () -> action.handle(clicked))
        : action.handle(clicked);
  }

  @Override
  public void submitted(CardActionInvocation clicked) {
    replies.take(questions.submit(clicked));
  }

  private ActionResponse inBackground(ReplyAction action, CardActionInvocation clicked) {
    PendingReply question = questions.click(clicked);
    boolean first = replies.takeInBackground(question);
    ActionResponse meanwhile =
        new ActionResponse.Tell(
            clicked.who().texts().of(action.acknowledgment(question.replaces().isPresent())));
    return first ? meanwhile : new ActionResponse.Again(meanwhile);
  }
}

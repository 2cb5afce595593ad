package dev.holdfast.chat;

import static java.util.Objects.requireNonNull;

import dev.holdfast.card.view.Choice;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Entry point for incoming activities. */
@Component
class ConversationDispatcher implements ConversationService {

  private static final Logger log = LoggerFactory.getLogger(ConversationDispatcher.class);

  private final CommandParser parser = new CommandParser();
  private final PendingReplyFactory questions;
  private final ReplyService replies;
  private final DecisionDesk decisions;
  private final ChoiceSearch searches;
  private final ActivityDeduplicator retries;

  ConversationDispatcher(
      PendingReplyFactory questions,
      ReplyService replies,
      DecisionDesk decisions,
      ChoiceSearch searches,
      ActivityDeduplicator retries) {
    this.questions = questions;
    this.replies = replies;
    this.decisions = decisions;
    this.searches = searches;
    this.retries = retries;
  }

  @Override
  public void said(IncomingMessage said) {
    replies.take(questions.message(said));
  }

  @Override
  public boolean isCommand(IncomingMessage said) {
    Command command = parser.parse(said.text());
    return !(command instanceof Command.Greeting || command instanceof Command.Unknown);
  }

  @Override
  public List<Choice> searched(ChoiceQuery searched) {
    return searches.find(searched);
  }

  @Override
  public void installed(String activityId, ConversationRef where) {
    replies.takeUnmarked(questions.welcome(where));
  }

  @Override
  public ActionResponse clicked(CardActionInvocation clicked) {
    if (decisions.decides(clicked.verb())) {
      return decide(clicked);
    }
    return decisions.react(clicked).orElseGet(() -> lookUp(clicked));
  }

  @Override
  public void submitted(CardActionInvocation clicked) {
    replies.take(questions.submit(clicked));
  }

  /** The decision, its answer, and the mark are committed together. */
  private ActionResponse decide(CardActionInvocation clicked) {
    String name = ActivityDeduplicator.name(clicked.where(), clicked.activityId());
    AtomicReference<@Nullable ActionResponse> decided = new AtomicReference<>();
    boolean first =
        retries.takeOnce(
            name,
            () -> {
              ActionResponse reaction = decisions.react(clicked).orElseThrow();
              Reply.of(clicked.where(), reaction).ifPresent(reply -> retries.keep(name, reply));
              decided.set(reaction);
            });
    if (first) {
      retries.wakeScheduler();
      return requireNonNull(decided.get());
    }
    return new ActionResponse.Again(
        retries.kept(name).map(Reply::reaction).or(() -> decisions.react(clicked)).orElseThrow());
  }

  private ActionResponse lookUp(CardActionInvocation clicked) {
    if (!questions.knows(clicked)) {
      log.info("a click with the unknown verb {} is refused", clicked.verb());
      return ClickDesk.UNKNOWN;
    }
    return questions
        .refusal(clicked)
        .or(() -> questions.objection(clicked))
        .orElseGet(() -> lookUpInBackground(clicked));
  }

  private ActionResponse lookUpInBackground(CardActionInvocation clicked) {
    PendingReply question = questions.click(clicked);
    boolean first = replies.takeInBackground(question);
    ActionResponse meanwhile =
        new ActionResponse.Tell(meanwhile(clicked.verb(), question.replaces().isPresent()));
    return first ? meanwhile : new ActionResponse.Again(meanwhile);
  }

  private static String meanwhile(String verb, boolean inPlace) {
    String where = inPlace ? "takes the form's place when it has answered." : "is a new message.";
    return switch (verb) {
      case "restore.review" ->
          "Holdfast asks Power Platform about both environments. The review " + where;
      case "backup.submit" ->
          "Holdfast asks Power Platform about the environment. The request " + where;
      default -> "One moment…";
    };
  }
}

package dev.holdfast.chat;

import static java.util.Objects.requireNonNull;

import dev.holdfast.card.Choice;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Entry point for incoming activities. */
@Component
class ChatDesk implements Chat {

  private static final Logger log = LoggerFactory.getLogger(ChatDesk.class);

  private final CommandParser parser = new CommandParser();
  private final Questions questions;
  private final ReplyService replies;
  private final DecisionDesk decisions;
  private final SearchDesk searches;
  private final Retries retries;

  ChatDesk(
      Questions questions,
      ReplyService replies,
      DecisionDesk decisions,
      SearchDesk searches,
      Retries retries) {
    this.questions = questions;
    this.replies = replies;
    this.decisions = decisions;
    this.searches = searches;
    this.retries = retries;
  }

  @Override
  public void said(Said said) {
    replies.take(questions.message(said));
  }

  @Override
  public boolean isCommand(Said said) {
    Command command = parser.parse(said.text());
    return !(command instanceof Command.Greeting || command instanceof Command.Unknown);
  }

  @Override
  public List<Choice> searched(Searched searched) {
    return searches.find(searched);
  }

  @Override
  public void installed(String activityId, Place where) {
    replies.takeUnmarked(questions.welcome(where));
  }

  @Override
  public Reaction clicked(Clicked clicked) {
    if (decisions.decides(clicked.verb())) {
      return decide(clicked);
    }
    return decisions.react(clicked).orElseGet(() -> lookUp(clicked));
  }

  @Override
  public void submitted(Clicked clicked) {
    replies.take(questions.submit(clicked));
  }

  /** The decision, its answer, and the mark are committed together. */
  private Reaction decide(Clicked clicked) {
    String name = Retries.name(clicked.where(), clicked.activityId());
    AtomicReference<@Nullable Reaction> decided = new AtomicReference<>();
    boolean first =
        retries.takeOnce(
            name,
            () -> {
              Reaction reaction = decisions.react(clicked).orElseThrow();
              Reply.of(clicked.where(), reaction).ifPresent(reply -> retries.keep(name, reply));
              decided.set(reaction);
            });
    if (first) {
      retries.wakeScheduler();
      return requireNonNull(decided.get());
    }
    return new Reaction.Again(
        retries.kept(name).map(Reply::reaction).or(() -> decisions.react(clicked)).orElseThrow());
  }

  private Reaction lookUp(Clicked clicked) {
    if (!questions.knows(clicked)) {
      log.info("a click with the unknown verb {} is refused", clicked.verb());
      return ClickDesk.UNKNOWN;
    }
    return questions
        .refusal(clicked)
        .or(() -> questions.objection(clicked))
        .orElseGet(() -> lookUpInBackground(clicked));
  }

  private Reaction lookUpInBackground(Clicked clicked) {
    Question question = questions.click(clicked);
    boolean first = replies.takeInBackground(question);
    Reaction meanwhile =
        new Reaction.Tell(meanwhile(clicked.verb(), question.replaces().isPresent()));
    return first ? meanwhile : new Reaction.Again(meanwhile);
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

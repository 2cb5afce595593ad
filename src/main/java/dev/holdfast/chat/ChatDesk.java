package dev.holdfast.chat;

import dev.holdfast.card.Choice;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Entry point for incoming activities. */
@Component
class ChatDesk implements Chat {

  private static final Logger log = LoggerFactory.getLogger(ChatDesk.class);

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
  public List<Choice> searched(Searched searched) {
    return searches.find(searched);
  }

  @Override
  public void installed(String activityId, Place where) {
    replies.takeUnmarked(questions.welcome(where));
  }

  @Override
  public Reaction clicked(Clicked clicked) {
    return decisions
        .react(clicked)
        .map(
            reaction ->
                clicked.verb().equals(DecisionDesk.REFRESH) ? reaction : once(clicked, reaction))
        .orElseGet(() -> lookUp(clicked));
  }

  @Override
  public void submitted(Clicked clicked) {
    replies.take(questions.submit(clicked));
  }

  /**
   * A decision is safe from a retry by the version that it carries, so the click is marked when it
   * is taken: were it marked before, a crash in between would swallow it.
   */
  private Reaction once(Clicked clicked, Reaction decided) {
    boolean first = retries.takeOnce(Retries.name(clicked.where(), clicked.activityId()), () -> {});
    retries.wakeScheduler();
    return first ? decided : new Reaction.Again(decided);
  }

  private Reaction lookUp(Clicked clicked) {
    if (!questions.knows(clicked)) {
      log.info("a click with the unknown verb {} is refused", clicked.verb());
      return ClickDesk.UNKNOWN;
    }
    boolean first = replies.takeInBackground(questions.click(clicked));
    Reaction meanwhile = new Reaction.Tell(meanwhile(clicked));
    return first ? meanwhile : new Reaction.Again(meanwhile);
  }

  private static String meanwhile(Clicked clicked) {
    return switch (clicked.verb()) {
      case "restore.review" ->
          "Holdfast asks Power Platform about both environments. The review takes the form's place"
              + " when it has answered.";
      case "backup.submit" ->
          "Holdfast asks Power Platform about the environment. The request takes the form's place"
              + " when it has answered.";
      default -> "One moment…";
    };
  }
}

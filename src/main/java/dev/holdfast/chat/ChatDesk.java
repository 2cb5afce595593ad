package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.card.Choice;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where everything that reaches Holdfast is answered or stored to be answered. */
@Component
class ChatDesk implements Chat {

  private static final Logger log = LoggerFactory.getLogger(ChatDesk.class);

  private final SchedulerClient scheduler;
  private final ClickDesk clicks;
  private final DecisionDesk decisions;
  private final SearchDesk searches;
  private final Retries retries;
  private final Clock clock;

  ChatDesk(
      @Lazy SchedulerClient scheduler,
      ClickDesk clicks,
      DecisionDesk decisions,
      SearchDesk searches,
      Retries retries,
      Clock clock) {
    this.searches = searches;
    this.scheduler = scheduler;
    this.clicks = clicks;
    this.decisions = decisions;
    this.retries = retries;
    this.clock = clock;
  }

  @Override
  public void said(Said said) {
    String name = Retries.name(said.where(), said.activityId());
    retries.takeOnce(name, () -> schedule(AnswerTasks.MESSAGE.instance(name).data(said)));
  }

  /** The mark that was just set says that there is none of the name, so nobody looks for it. */
  private void schedule(TaskInstance.Builder<?> task) {
    scheduler.scheduleBatch(List.of(task.scheduledTo(clock.instant())));
  }

  @Override
  public List<Choice> searched(Searched searched) {
    return searches.find(searched);
  }

  @Override
  public void installed(String activityId, Place where) {
    scheduler.scheduleIfNotExists(
        AnswerTasks.WELCOME
            .instance(where.conversation())
            .data(where)
            .scheduledTo(clock.instant()));
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
    String name = Retries.name(clicked.where(), clicked.activityId());
    retries.takeOnce(name, () -> schedule(AnswerTasks.SUBMIT.instance(name).data(clicked)));
  }

  /**
   * A decision is safe from a retry by the version that it carries, so the click is marked when it
   * is taken: were it marked before, a crash in between would swallow it.
   */
  private Reaction once(Clicked clicked, Reaction decided) {
    boolean first = retries.takeOnce(Retries.name(clicked.where(), clicked.activityId()), () -> {});
    return first ? decided : new Reaction.Again(decided);
  }

  private Reaction lookUp(Clicked clicked) {
    if (!clicks.knows(clicked.verb())) {
      log.info("a click with the unknown verb {} is refused", clicked.verb());
      return ClickDesk.UNKNOWN;
    }
    Optional<Reaction> refusal = clicks.refusal(clicked);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String name = Retries.name(clicked.where(), clicked.activityId());
    boolean first =
        retries.takeOnce(name, () -> schedule(AnswerTasks.CLICK.instance(name).data(clicked)));
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

package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.holdfast.card.Choice;
import java.time.Clock;
import java.util.List;
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
  private final Clock clock;

  ChatDesk(
      @Lazy SchedulerClient scheduler,
      ClickDesk clicks,
      DecisionDesk decisions,
      SearchDesk searches,
      Clock clock) {
    this.searches = searches;
    this.scheduler = scheduler;
    this.clicks = clicks;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public void said(Said said) {
    scheduler.scheduleIfNotExists(
        AnswerTasks.MESSAGE.instance(said.activityId()).data(said).scheduledTo(clock.instant()));
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
    return switch (clicked.verb()) {
      case "restore.submit" -> decisions.submit(clicked);
      case "request.approve" -> decisions.approve(clicked);
      case "request.reject" -> decisions.reject(clicked);
      case "request.cancel" -> decisions.cancel(clicked);
      case "request.leaveAdminMode" -> decisions.leaveAdministrationMode(clicked);
      case "request.refresh" -> decisions.refresh(clicked);
      default -> lookUp(clicked);
    };
  }

  private Reaction lookUp(Clicked clicked) {
    if (!clicks.knows(clicked.verb())) {
      log.info("a click with the unknown verb {} is refused", clicked.verb());
      return new Reaction.Refuse(
          "UnknownAction", "This button is not known any more. Write “help” to see what is.");
    }
    scheduler.scheduleIfNotExists(
        AnswerTasks.CLICK
            .instance(clicked.activityId())
            .data(clicked)
            .scheduledTo(clock.instant()));
    return new Reaction.Tell(meanwhile(clicked));
  }

  private static String meanwhile(Clicked clicked) {
    return switch (clicked.verb()) {
      case "restore.review" ->
          "Holdfast asks Power Platform about both environments. The review takes the form's place when it has answered.";
      case "backup.submit" ->
          "Holdfast asks Power Platform about the environment. The request takes the form's place when it has answered.";
      default -> "One moment…";
    };
  }
}

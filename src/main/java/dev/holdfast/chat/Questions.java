package dev.holdfast.chat;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.notice.Messenger.Posted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of each activity how it is replied to. */
@Component
class Questions {

  private final CommandDesk commands;
  private final ClickDesk clicks;
  private final DecisionDesk decisions;
  private final Answers answers;
  private final SubmitAnswers submits;

  Questions(
      CommandDesk commands,
      ClickDesk clicks,
      DecisionDesk decisions,
      Answers answers,
      SubmitAnswers submits) {
    this.commands = commands;
    this.clicks = clicks;
    this.decisions = decisions;
    this.answers = answers;
    this.submits = submits;
  }

  Question message(Said said) {
    return new Question(
        task(AnswerTasks.MESSAGE, said.where(), said.activityId(), said),
        said.where(),
        Optional.of(said.who().id()),
        said.text(),
        Optional.empty(),
        commands.isImmediate(said),
        commands.changes(said),
        () -> answers.toMessage(said));
  }

  Question click(Clicked clicked) {
    return new Question(
        task(AnswerTasks.CLICK, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        clicks.isImmediate(clicked),
        clicks.changes(clicked),
        () -> answers.toClick(clicked));
  }

  /** A click that came as a message. */
  Question submit(Clicked clicked) {
    boolean decides = decisions.decides(clicked.verb());
    boolean lookUp = clicks.knows(clicked.verb());
    return new Question(
        task(AnswerTasks.SUBMIT, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        !lookUp || clicks.isImmediate(clicked),
        decides || lookUp && clicks.changes(clicked),
        () -> submits.answer(clicked));
  }

  /** Named by the conversation: it is welcomed once. */
  Question welcome(Place where) {
    return new Question(
        AnswerTasks.WELCOME.instance(where.conversation()).data(where).build(),
        where,
        Optional.empty(),
        "",
        Optional.empty(),
        true,
        false,
        () -> answers.welcome(where));
  }

  /** Whether a button is one that looks something up. */
  boolean knows(Clicked clicked) {
    return clicks.knows(clicked.verb());
  }

  /** Why a click can't be taken on somebody else's card. */
  Optional<Reaction> refusal(Clicked clicked) {
    return clicks.refusal(clicked);
  }

  /** What is known to be wrong with a form before anything is asked. */
  Optional<Reaction> objection(Clicked clicked) {
    return clicks.objection(clicked);
  }

  private static <T> TaskInstance<T> task(
      TaskDescriptor<T> task, Place where, String activityId, T data) {
    return task.instance(Retries.name(where, activityId)).data(data).build();
  }

  private Optional<Posted> replaced(Clicked clicked) {
    return clicks.inPlace(clicked)
        ? Optional.of(new Posted(clicked.where().conversation(), clicked.message()))
        : Optional.empty();
  }
}

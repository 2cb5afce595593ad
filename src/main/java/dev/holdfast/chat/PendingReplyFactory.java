package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.ActivityDeduplicator;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.ClickDesk;
import dev.holdfast.chat.CommandDesk;
import dev.holdfast.chat.ConversationRef;
import dev.holdfast.chat.DecisionDesk;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.PendingReply;
import dev.holdfast.chat.ReplyFactory;
import dev.holdfast.chat.ReplyTasks;
import dev.holdfast.chat.SubmitFallbackHandler;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.notice.Messenger.Posted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of each activity how it is replied to. */
@Component
class PendingReplyFactory {

  private final CommandDesk commands;
  private final ClickDesk clicks;
  private final DecisionDesk decisions;
  private final ReplyFactory answers;
  private final SubmitFallbackHandler submits;

  PendingReplyFactory(
      CommandDesk commands,
      ClickDesk clicks,
      DecisionDesk decisions,
      ReplyFactory answers,
      SubmitFallbackHandler submits) {
    this.commands = commands;
    this.clicks = clicks;
    this.decisions = decisions;
    this.answers = answers;
    this.submits = submits;
  }

  PendingReply message(IncomingMessage said) {
    return new PendingReply(
        task(ReplyTasks.MESSAGE, said.where(), said.activityId(), said),
        said.where(),
        Optional.of(said.who().id()),
        said.text(),
        Optional.empty(),
        commands.isImmediate(said),
        commands.changes(said),
        () -> answers.toMessage(said));
  }

  PendingReply click(CardActionInvocation clicked) {
    return new PendingReply(
        task(ReplyTasks.CLICK, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        clicks.isImmediate(clicked),
        clicks.changes(clicked),
        () -> answers.toClick(clicked));
  }

  /** A click that came as a message. */
  PendingReply submit(CardActionInvocation clicked) {
    boolean decides = decisions.decides(clicked.verb());
    boolean lookUp = clicks.knows(clicked.verb());
    return new PendingReply(
        task(ReplyTasks.SUBMIT, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        !lookUp || clicks.isImmediate(clicked),
        decides || lookUp && clicks.changes(clicked),
        () -> submits.answer(clicked));
  }

  /** Named by the conversation: it is welcomed once. */
  PendingReply welcome(ConversationRef where) {
    return new PendingReply(
        ReplyTasks.WELCOME.instance(where.conversation()).data(where).build(),
        where,
        Optional.empty(),
        "",
        Optional.empty(),
        true,
        false,
        () -> answers.welcome(where));
  }

  /** Whether a button is one that looks something up. */
  boolean knows(CardActionInvocation clicked) {
    return clicks.knows(clicked.verb());
  }

  /** Why a click can't be taken on somebody else's card. */
  Optional<ActionResponse> refusal(CardActionInvocation clicked) {
    return clicks.refusal(clicked);
  }

  /** What is known to be wrong with a form before anything is asked. */
  Optional<ActionResponse> objection(CardActionInvocation clicked) {
    return clicks.objection(clicked);
  }

  private static <T> TaskInstance<T> task(
      TaskDescriptor<T> task, ConversationRef where, String activityId, T data) {
    return task.instance(ActivityDeduplicator.name(where, activityId)).data(data).build();
  }

  private Optional<Posted> replaced(CardActionInvocation clicked) {
    return clicks.inPlace(clicked)
        ? Optional.of(new Posted(clicked.where().conversation(), clicked.message()))
        : Optional.empty();
  }
}

package dev.holdfast.chat;

import dev.holdfast.chat.ActivityDeduplicator;
import dev.holdfast.chat.CardActionDispatcher;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.CommandDispatcher;
import dev.holdfast.chat.ConversationRef;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.ParsedCommand;
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

  private final CommandDispatcher commands;
  private final CardActionDispatcher actions;
  private final ReplyFactory answers;
  private final SubmitFallbackHandler submits;

  PendingReplyFactory(
      CommandDispatcher commands,
      CardActionDispatcher actions,
      ReplyFactory answers,
      SubmitFallbackHandler submits) {
    this.commands = commands;
    this.actions = actions;
    this.answers = answers;
    this.submits = submits;
  }

  PendingReply message(IncomingMessage said) {
    ParsedCommand command = commands.parse(said);
    return new PendingReply(
        task(ReplyTasks.MESSAGE, said.where(), said.activityId(), said),
        said.where(),
        Optional.of(said.who().id()),
        said.text(),
        Optional.empty(),
        command.isAnsweredWithinTurn(said.who()),
        command.changes(),
        () -> answers.toMessage(command, said));
  }

  PendingReply click(CardActionInvocation clicked) {
    return new PendingReply(
        task(ReplyTasks.CLICK, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        actions.isAnsweredWithinTurn(clicked),
        actions.changes(clicked),
        () -> answers.toClick(clicked));
  }

  /** A click that came as a message. */
  PendingReply submit(CardActionInvocation clicked) {
    return new PendingReply(
        task(ReplyTasks.SUBMIT, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        actions.isAnsweredWithinTurn(clicked),
        actions.changes(clicked),
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

  private static <T> TaskInstance<T> task(
      TaskDescriptor<T> task, ConversationRef where, String activityId, T data) {
    return task.instance(ActivityDeduplicator.name(where, activityId)).data(data).build();
  }

  private Optional<Posted> replaced(CardActionInvocation clicked) {
    return actions.inPlace(clicked)
        ? Optional.of(new Posted(clicked.where().conversation(), clicked.message()))
        : Optional.empty();
  }
}

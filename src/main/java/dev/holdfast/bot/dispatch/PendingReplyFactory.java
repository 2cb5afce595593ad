package dev.holdfast.bot.dispatch;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.bot.dispatch.PendingReply.Computation;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.messaging.ReaderLanguages;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Says of each activity how it is replied to. */
@Component
public class PendingReplyFactory {

  private final CommandDispatcher commands;
  private final CardActionDispatcher actions;
  private final ReplyFactory answers;
  private final SubmitFallbackHandler submits;
  private final ReaderLanguages languages;

  PendingReplyFactory(
      CommandDispatcher commands,
      CardActionDispatcher actions,
      ReplyFactory answers,
      SubmitFallbackHandler submits,
      ReaderLanguages languages) {
    this.languages = languages;
    this.commands = commands;
    this.actions = actions;
    this.answers = answers;
    this.submits = submits;
  }

  public PendingReply message(IncomingMessage said) {
    ParsedCommand command = commands.parse(said);
    return new PendingReply(
        task(ReplyTasks.MESSAGE, said.where(), said.activityId(), said),
        said.where(),
        Optional.of(said.who().id()),
        said.text(),
        Optional.empty(),
        command.isAnsweredWithinTurn(said.who()),
        command.changes(),
        computation(
            readers(said.where(), said.who()),
            command::prepare,
            () -> answers.toMessage(command, said)));
  }

  public PendingReply click(CardActionInvocation clicked) {
    return new PendingReply(
        task(ReplyTasks.CLICK, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        actions.isAnsweredWithinTurn(clicked),
        actions.changes(clicked),
        computation(
            readers(clicked.where(), clicked.who()), () -> {}, () -> answers.toClick(clicked)));
  }

  /** A click that came as a message. */
  public PendingReply submit(CardActionInvocation clicked) {
    return new PendingReply(
        task(ReplyTasks.SUBMIT, clicked.where(), clicked.activityId(), clicked),
        clicked.where(),
        Optional.of(clicked.who().id()),
        "",
        replaced(clicked),
        actions.isAnsweredWithinTurn(clicked),
        actions.changes(clicked),
        computation(
            readers(clicked.where(), clicked.who()),
            () -> actions.prepare(clicked),
            () -> submits.answer(clicked)));
  }

  /** Named by the conversation: it is welcomed once. */
  public PendingReply welcome(ConversationRef where) {
    return new PendingReply(
        ReplyTasks.WELCOME.instance(where.conversation()).data(where).build(),
        where,
        Optional.empty(),
        "",
        Optional.empty(),
        true,
        false,
        computation(where.everybody(), () -> {}, () -> answers.welcome(where)));
  }

  private static Address readers(ConversationRef where, ChatUser who) {
    return where.readers(who.id());
  }

  /** What everybody there reads is in the language of the place. */
  private Computation computation(
      Address readers, Runnable preparation, Supplier<Optional<AddressedReply>> reply) {
    return new Computation() {
      @Override
      public void prepare() {
        preparation.run();
      }

      @Override
      public Locale language() {
        return languages.of(readers);
      }

      @Override
      public Optional<AddressedReply> get() {
        return ReaderLanguage.in(language(), reply);
      }
    };
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

package dev.holdfast.chat.doctor;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.message.Message;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import dev.holdfast.support.ParkedTasks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code release drive-request R-1042}: has a parked task run again, {@code release deliver-webhook
 * all} each of that name. Alone it lists them. For those who may run the doctor.
 */
@Component
class ReleaseCommand implements ChatCommand<ReleaseCommand.Arguments> {

  private static final Logger log = LoggerFactory.getLogger(ReleaseCommand.class);

  private static final int LISTED = 20;
  private static final String ALL = "all";

  private final ParkedTasks tasks;
  private final PermissionEvaluator permissions;
  private final RequestEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReleaseCommand(
      ParkedTasks tasks,
      PermissionEvaluator permissions,
      RequestEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.tasks = tasks;
    this.permissions = permissions;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @param task empty for the list
   * @param page of the list, from 1
   */
  record Arguments(String task, String instance, int page) {}

  @Override
  public CommandName name() {
    return CommandName.of("release");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    String text = words.text();
    if (text.matches(CommandWords.PAGE)) {
      return ParseResult.of(new Arguments("", "", Integer.parseInt(text)));
    }
    int space = text.indexOf(' ');
    return space < 0 && !text.isEmpty()
        ? ParseResult.missing(name(), "command.missing.task", "release drive-request R-1042")
        : ParseResult.of(
            new Arguments(text.substring(0, Math.max(space, 0)), text.substring(space + 1), 1));
  }

  @Override
  public void prepare(Arguments arguments) {
    if (!arguments.task().isEmpty()) {
      permissions.groups().refreshNamed();
    }
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    ChatUser who = said.who();
    if (!isFor(who)) {
      return Reply.forAskerAlone(who.texts().of("release.notForYou"));
    }
    if (arguments.task().isEmpty()) {
      return Reply.forAskerAlone(list(who, arguments.page()));
    }
    String task = arguments.task() + " " + arguments.instance();
    boolean released =
        Boolean.TRUE.equals(transaction.execute(status -> release(arguments, task, who)));
    if (released) {
      log.warn("{} is released by person={}", task, who.id());
    }
    return Reply.of(who.texts().of(released ? "release.done" : "release.notParked", "task", task));
  }

  private boolean release(Arguments arguments, String task, ChatUser who) {
    boolean released =
        arguments.instance().equals(ALL)
            ? tasks.releaseAll(arguments.task()) > 0
            : tasks.release(arguments.task(), arguments.instance());
    if (released) {
      events.publish(
          new AuditEvent(
              RequestId.NONE,
              AuditEventType.TASK_RELEASED,
              Optional.empty(),
              who.person(),
              clock.instant(),
              task));
    }
    return released;
  }

  private String list(ChatUser who, int page) {
    List<ParkedTasks.Parked> parked = tasks.list((page - 1) * LISTED, LISTED + 1);
    if (parked.isEmpty()) {
      return who.texts().of("release.none");
    }
    Stream<Message> next =
        parked.size() > LISTED
            ? Stream.of(Message.of("release.next", "page", String.valueOf(page + 1)))
            : Stream.of();
    return Stream.concat(parked.stream().limit(LISTED).map(ReleaseCommand::line), next)
        .map(who.texts()::of)
        .collect(Collectors.joining("\n"));
  }

  private static Message line(ParkedTasks.Parked task) {
    return Message.of("release.parked", "command", task.command(), "count", task.failures());
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public boolean isFor(ChatUser who) {
    return permissions.of(who.person()).may(Permission.RUN_DOCTOR);
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(new HelpTopic(91, "help.release.title", "help.release.purpose", "release"));
  }
}

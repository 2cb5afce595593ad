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
import dev.holdfast.support.ParkedTasks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code release drive-request R-1042}: has a parked task run again. Alone it lists them. For those
 * who may run the doctor.
 */
@Component
class ReleaseCommand implements ChatCommand<ReleaseCommand.Arguments> {

  private static final Logger log = LoggerFactory.getLogger(ReleaseCommand.class);

  private static final int LISTED = 20;

  private final ParkedTasks tasks;
  private final PermissionEvaluator permissions;

  ReleaseCommand(ParkedTasks tasks, PermissionEvaluator permissions) {
    this.tasks = tasks;
    this.permissions = permissions;
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
  public Reply handle(Arguments arguments, IncomingMessage said) {
    ChatUser who = said.who();
    if (!isFor(who)) {
      return Reply.forAskerAlone(who.texts().of("release.notForYou"));
    }
    if (arguments.task().isEmpty()) {
      return Reply.forAskerAlone(list(who, arguments.page()));
    }
    boolean released = tasks.release(arguments.task(), arguments.instance());
    if (released) {
      log.warn("{} {} is released by person={}", arguments.task(), arguments.instance(), who.id());
    }
    return Reply.of(
        who.texts()
            .of(
                released ? "release.done" : "release.notParked",
                "task",
                arguments.task() + " " + arguments.instance()));
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

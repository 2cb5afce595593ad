package dev.holdfast.chat.freeze;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.TextLimit;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.time.EndTimeParser;
import dev.holdfast.bot.time.ParsedInstant;
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code freeze [environment] until … because …}: nothing starts until then. Alone it says what is
 * frozen. Before {@code unfreeze}, which a typo can be as near to.
 */
@Component
@Order(1)
public class FreezeCommand implements ChatCommand<FreezeCommand.Arguments> {

  static final HelpTopic TOPIC =
      new HelpTopic(
          85,
          "help.freeze.title",
          "help.freeze.purpose",
          "freeze until Friday 18:00 because of a release");

  private final FrozenEnvironments environments;
  private final FreezeService freezes;
  private final FreezeTexts texts;
  private final PermissionEvaluator permissions;
  private final Clock clock;

  FreezeCommand(
      FrozenEnvironments environments,
      FreezeService freezes,
      FreezeTexts texts,
      PermissionEvaluator permissions,
      Clock clock) {
    this.environments = environments;
    this.freezes = freezes;
    this.texts = texts;
    this.permissions = permissions;
    this.clock = clock;
  }

  /**
   * @param environment empty for everything
   * @param end empty to see what is frozen
   * @param page of what is frozen, from 1
   */
  public record Arguments(Optional<String> environment, String end, String reason, int page) {

    Arguments(Optional<String> environment, String end, String reason) {
      this(environment, end, reason, 1);
    }

    /** Asks what is frozen. */
    static Arguments list(int page) {
      return new Arguments(Optional.empty(), "", "", page);
    }

    boolean asksForList() {
      return end.isEmpty();
    }
  }

  @Override
  public CommandName name() {
    return CommandName.of("freeze", "freezes", "frozen");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return FreezeWords.of(name(), words);
  }

  @Override
  public void prepare(Arguments arguments) {
    if (!arguments.asksForList()) {
      permissions.groups().refreshFreezers();
    }
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    ChatUser who = said.who();
    if (arguments.asksForList()) {
      return Reply.of(texts.list(who, arguments.page()));
    }
    if (!isFor(who)) {
      return environments.refuse(name(), arguments.environment(), Optional.empty(), who);
    }
    Optional<Message> tooLong = TextLimit.REASON.excess(arguments.reason());
    if (tooLong.isPresent()) {
      return Reply.forAskerAlone(who.texts().of(tooLong.get()));
    }
    ParsedInstant end = new EndTimeParser(who.knownZone(), clock.instant()).parse(arguments.end());
    return end instanceof ParsedInstant.At at
        ? environments.with(
            arguments.environment(), who, environment -> freeze(environment, arguments, at, who))
        : Reply.forAskerAlone(who.texts().of(((ParsedInstant.NotUnderstood) end).reason()));
  }

  private Reply freeze(
      Optional<EnvironmentRef> environment, Arguments told, ParsedInstant.At end, ChatUser who) {
    if (!permissions.mayFreeze(who.person(), environment)) {
      return environments.refuse(name(), Optional.empty(), environment, who);
    }
    Freeze freeze = freezes.start(environment, who.person(), told.reason(), end.instant());
    Message done =
        freeze.about("freeze.started", "freeze.started.environment").with("time", freeze.until());
    return Reply.of(who.texts().of(done));
  }

  /** The end is checked first, without asking for environments. */
  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return arguments.environment().isEmpty() || !isFor(who) || environments.areReady();
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public boolean isFor(ChatUser who) {
    return permissions.of(who.person()).may(Permission.FREEZE);
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(TOPIC);
  }
}

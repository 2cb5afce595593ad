package dev.holdfast.chat.freeze;

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
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.request.step.EnvironmentRef;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code unfreeze [environment]}: what waited goes on. */
@Component
@Order(2)
public class UnfreezeCommand implements ChatCommand<UnfreezeCommand.Arguments> {

  private final FrozenEnvironments environments;
  private final FreezeService freezes;
  private final FreezeTexts texts;
  private final PermissionEvaluator permissions;

  UnfreezeCommand(
      FrozenEnvironments environments,
      FreezeService freezes,
      FreezeTexts texts,
      PermissionEvaluator permissions) {
    this.environments = environments;
    this.freezes = freezes;
    this.texts = texts;
    this.permissions = permissions;
  }

  /**
   * @param environment empty for everything
   */
  public record Arguments(Optional<String> environment) {}

  @Override
  public CommandName name() {
    return CommandName.of("unfreeze", "thaw");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments(FreezeWords.environment(words)));
  }

  @Override
  public void prepare(Arguments arguments) {
    permissions.groups().refreshFreezers();
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    ChatUser who = said.who();
    return isFor(who)
        ? environments.with(arguments.environment(), who, environment -> unfreeze(environment, who))
        : environments.refuse(name(), arguments.environment(), Optional.empty(), who);
  }

  private Reply unfreeze(Optional<EnvironmentRef> environment, ChatUser who) {
    if (!permissions.mayFreeze(who.person(), environment)) {
      return environments.refuse(name(), Optional.empty(), environment, who);
    }
    return freezes.active().stream()
        .filter(freeze -> isOf(freeze, environment))
        .findFirst()
        .flatMap(freeze -> freezes.end(freeze.id(), who.person()))
        .map(
            freeze ->
                Reply.of(who.texts().of(freeze.about("freeze.ended", "freeze.ended.environment"))))
        .orElseGet(() -> Reply.forAskerAlone(texts.notFrozen(environment, who)));
  }

  private static boolean isOf(Freeze freeze, Optional<EnvironmentRef> environment) {
    return freeze.environment().map(EnvironmentRef::id).equals(environment.map(EnvironmentRef::id));
  }

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
    return Optional.of(FreezeCommand.TOPIC.with(86, "unfreeze"));
  }
}

package dev.holdfast.chat.environment;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.environment.EnvironmentResolver;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code backups}: those of one environment. Before {@code backup}, which a typo can be as near to.
 */
@Component
@Order(1)
public class BackupsCommand implements ChatCommand<BackupsCommand.Arguments> {

  private final EnvironmentCards cards;
  private final EnvironmentResolver environments;

  BackupsCommand(EnvironmentCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  public record Arguments(String environment) {}

  @Override
  public CommandName name() {
    return CommandName.of("backups", "bkps");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return words
        .name()
        .map(name -> ParseResult.of(new Arguments(name)))
        .orElseGet(
            () ->
                ParseResult.missing(name(), "command.missing.environment", "backups Contoso UAT"));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(
        environments.with(
            arguments.environment(),
            said.who(),
            subject -> cards.backups(subject.id(), said.who()),
            ShowBackupsAction.VERB,
            subject -> Map.of("environment", subject.id())));
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(EnvironmentsCommand.TOPIC.with(32, "backups Contoso UAT"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}

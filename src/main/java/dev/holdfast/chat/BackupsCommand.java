package dev.holdfast.chat;

import dev.holdfast.chat.ChatCommand;
import dev.holdfast.chat.CommandName;
import dev.holdfast.chat.CommandWords;
import dev.holdfast.chat.EnvironmentCards;
import dev.holdfast.chat.EnvironmentResolver;
import dev.holdfast.chat.EnvironmentsCommand;
import dev.holdfast.chat.HelpTopic;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.ParseResult;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.ShowBackupsAction;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code backups}: those of one environment. Before {@code backup}, which a typo can be as near to.
 */
@Component
@Order(1)
class BackupsCommand implements ChatCommand<BackupsCommand.Arguments> {

  private final EnvironmentCards cards;
  private final EnvironmentResolver environments;

  BackupsCommand(EnvironmentCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  record Arguments(String environment) {}

  @Override
  public CommandName name() {
    return CommandName.of("backups", "bkps");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return words
        .name()
        .map(name -> ParseResult.of(new Arguments(name)))
        .orElseGet(() -> ParseResult.missing(name(), "an environment", "backups Contoso UAT"));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(
        environments.with(
            arguments.environment(),
            subject -> cards.backups(subject.id(), said.who().zone()),
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

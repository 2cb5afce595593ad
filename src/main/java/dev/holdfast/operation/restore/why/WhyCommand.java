package dev.holdfast.operation.restore.why;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.card.Card;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code why}: why an environment is no target, for one source or at all, and what the policy says
 * about that. With the ID of a request: which rules count for it, and who approves.
 */
@Component
public class WhyCommand implements ChatCommand<WhyCommand.Arguments> {

  private final RestoreEligibilityCards cards;
  private final EnvironmentResolver environments;
  private final RequestExplanation requests;

  WhyCommand(
      RestoreEligibilityCards cards,
      EnvironmentResolver environments,
      RequestExplanation requests) {
    this.cards = cards;
    this.environments = environments;
    this.requests = requests;
  }

  public record Arguments(String target, Optional<String> source) {}

  @Override
  public CommandName name() {
    return CommandName.of("why", "whynot");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return WhyArgumentsParser.of(words);
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    if (arguments.source().isEmpty() && RequestExplanation.isRequest(arguments.target())) {
      return requests.reply(arguments.target(), said.who());
    }
    return Reply.of(
        environments.with(
            arguments.target(),
            said.who(),
            target -> why(target, arguments.source(), said.who()),
            WhyAction.VERB,
            target -> Map.of("target", target.id())));
  }

  private Card why(EnvironmentProfile target, Optional<String> source, ChatUser who) {
    return source
        .map(
            text ->
                environments.with(
                    text,
                    who,
                    found -> cards.why(target.id(), Optional.of(found.id()), who),
                    WhyAction.VERB,
                    found -> Map.of("target", target.id(), "source", found.id())))
        .orElseGet(() -> cards.why(target.id(), Optional.empty(), who));
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            40, "help.why.title", "help.why.purpose", "why Contoso Dev from Contoso UAT"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}

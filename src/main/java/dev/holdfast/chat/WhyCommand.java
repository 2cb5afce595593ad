package dev.holdfast.chat;

import dev.holdfast.chat.ChatCommand;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.CommandName;
import dev.holdfast.chat.CommandWords;
import dev.holdfast.chat.EnvironmentResolver;
import dev.holdfast.chat.HelpTopic;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.ParseResult;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.RestoreEligibilityCards;
import dev.holdfast.chat.WhyAction;
import dev.holdfast.chat.WhyArgumentsParser;

import dev.holdfast.card.Card;
import dev.holdfast.environment.EnvironmentProfile;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code why}: why an environment is no target, for one source or at all. */
@Component
class WhyCommand implements ChatCommand<WhyCommand.Arguments> {

  private final RestoreEligibilityCards cards;
  private final EnvironmentResolver environments;

  WhyCommand(RestoreEligibilityCards cards, EnvironmentResolver environments) {
    this.cards = cards;
    this.environments = environments;
  }

  record Arguments(String target, Optional<String> source) {}

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
    return Reply.of(
        environments.with(
            arguments.target(),
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
                    found -> cards.why(target.id(), Optional.of(found.id()), who.zone()),
                    WhyAction.VERB,
                    found -> Map.of("target", target.id(), "source", found.id())))
        .orElseGet(() -> cards.why(target.id(), Optional.empty(), who.zone()));
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            40,
            "Why not?",
            "Learn what rules an environment out as a target.",
            "why Contoso Dev from Contoso UAT"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}

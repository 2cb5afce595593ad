package dev.holdfast.chat.doctor;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.NoArguments;
import dev.holdfast.bot.command.ParseResult;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code doctor}, for the people whom the policy names: what it shows is about the installation,
 * and looking costs calls.
 */
@Component
class DoctorCommand implements ChatCommand<NoArguments> {

  private final DoctorCards cards;

  DoctorCommand(DoctorCards cards) {
    this.cards = cards;
  }

  @Override
  public CommandName name() {
    return CommandName.of("doctor", "health", "diagnose", "ping");
  }

  @Override
  public ParseResult<NoArguments> parse(CommandWords words) {
    return ParseResult.of(new NoArguments());
  }

  @Override
  public boolean isAnsweredWithinTurn(NoArguments arguments, ChatUser who) {
    return !isFor(who);
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(new HelpTopic(90, "help.doctor.title", "help.doctor.purpose", "doctor"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }

  @Override
  public boolean isFor(ChatUser who) {
    return cards.areFor(who);
  }

  @Override
  public Reply handle(NoArguments arguments, IncomingMessage said) {
    return cards.examine(said.who());
  }
}

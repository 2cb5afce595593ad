package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.TextLimit;
import dev.holdfast.bot.command.CommandParser;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.message.Message;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has each message handled by its command. */
@Component
public class CommandDispatcher {

  private final CommandParser parser;
  private final HelpCard help;

  CommandDispatcher(CommandParser parser, HelpCard help) {
    this.parser = parser;
    this.help = help;
  }

  public ParsedCommand parse(IncomingMessage said) {
    return parser.parse(said.text());
  }

  /**
   * @param command what {@link #parse} made of the message
   */
  public Reply reply(ParsedCommand command, IncomingMessage said) {
    Optional<Message> tooLong = TextLimit.COMMAND.excess(said.text());
    if (tooLong.isPresent()) {
      return Reply.forAskerAlone(said.who().texts().of(tooLong.get()));
    }
    if (command instanceof ParsedCommand.Invocation<?> invocation) {
      return invocation.handle(said);
    }
    return Reply.forAskerAlone(
        command instanceof ParsedCommand.Unknown unknown
            ? help.unknown(unknown, said.who())
            : help.hint(
                said.who().texts().of(((ParsedCommand.Incomplete) command).hint()), said.who()));
  }
}

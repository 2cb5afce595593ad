package dev.holdfast.chat;

import dev.holdfast.chat.CommandParser;
import dev.holdfast.chat.HelpCard;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.ParsedCommand;
import dev.holdfast.chat.Reply;

import org.springframework.stereotype.Component;

/** Has each message handled by its command. */
@Component
class CommandDispatcher {

  private final CommandParser parser;
  private final HelpCard help;

  CommandDispatcher(CommandParser parser, HelpCard help) {
    this.parser = parser;
    this.help = help;
  }

  ParsedCommand parse(IncomingMessage said) {
    return parser.parse(said.text());
  }

  /**
   * @param command what {@link #parse} made of the message
   */
  Reply reply(ParsedCommand command, IncomingMessage said) {
    if (command instanceof ParsedCommand.Invocation<?> invocation) {
      return invocation.handle(said);
    }
    return Reply.forAskerAlone(
        command instanceof ParsedCommand.Unknown unknown
            ? help.unknown(unknown)
            : help.hint(((ParsedCommand.Incomplete) command).hint()));
  }
}

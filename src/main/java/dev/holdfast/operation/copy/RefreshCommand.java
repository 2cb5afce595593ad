package dev.holdfast.operation.copy;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.operation.TicketWords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code refresh TARGET from SOURCE}: a copy, named from the side of what is overwritten. */
@Component
class RefreshCommand implements ChatCommand<CopyCommand.Arguments> {

  private final CopyCommand copies;

  RefreshCommand(CopyCommand copies) {
    this.copies = copies;
  }

  @Override
  public CommandName name() {
    return CommandName.of("refresh");
  }

  @Override
  public ParseResult<CopyCommand.Arguments> parse(CommandWords words) {
    TicketWords said = TicketWords.of(words);
    return CopyArgumentsParser.ofTarget(said.rest()).map(wish -> wish.with(said.ticket()));
  }

  @Override
  public Reply handle(CopyCommand.Arguments wish, IncomingMessage message) {
    return copies.handle(wish, message);
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(
            16,
            "help.refresh.title",
            "help.refresh.purpose",
            "refresh Contoso Dev from Contoso UAT without transactions"));
  }
}

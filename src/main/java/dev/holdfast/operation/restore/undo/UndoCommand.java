package dev.holdfast.operation.restore.undo;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code undo R-n}: opens the form that goes back to what was overwritten. */
@Component
public class UndoCommand implements ChatCommand<UndoCommand.Arguments> {

  private final UndoForm form;

  UndoCommand(UndoForm form) {
    this.form = form;
  }

  public record Arguments(String requestId) {}

  @Override
  public CommandName name() {
    return CommandName.of("undo", "revert");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return words
        .requestId()
        .map(id -> ParseResult.of(new Arguments(id)))
        .orElseGet(() -> ParseResult.missing(name(), "command.missing.request", "undo R-1042"));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return Reply.of(form.form(arguments.requestId(), said.who()));
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(new HelpTopic(70, "help.undo.title", "help.undo.purpose", "undo R-1001"));
  }
}

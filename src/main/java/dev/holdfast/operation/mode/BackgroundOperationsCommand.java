package dev.holdfast.operation.mode;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code background operations off X}: opens the form with whatever was said filled in. They can be
 * off only in administration mode (rule R42), so the form says what that comes to.
 */
@Component
class BackgroundOperationsCommand implements ChatCommand<AdminModeWords> {

  private final AdminModeReplies replies;

  BackgroundOperationsCommand(AdminModeReplies replies) {
    this.replies = replies;
  }

  @Override
  public CommandName name() {
    return CommandName.of(
        "background-operations", "background operations", "background ops", "background jobs");
  }

  @Override
  public ParseResult<AdminModeWords> parse(CommandWords words) {
    return ParseResult.of(AdminModeWords.of(words));
  }

  @Override
  public Optional<AdminModeWords> parseUnnamed(CommandWords words) {
    return AdminModeWords.ofSentence(words, true);
  }

  @Override
  public Reply handle(AdminModeWords said, IncomingMessage message) {
    return replies.form(
        said,
        environment ->
            said.modeForBackground(
                environment.filter(one -> one.environment().inAdministrationMode()).isPresent()),
        message.who());
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(AdminModeCommand.TOPIC.with(26, "background operations off Contoso Dev"));
  }
}

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

/** {@code admin mode on X}: opens the form with whatever was said filled in. */
@Component
class AdminModeCommand implements ChatCommand<AdminModeWords> {

  static final HelpTopic TOPIC =
      new HelpTopic(
          25, "help.adminMode.title", "help.adminMode.purpose", "admin mode on Contoso Dev");

  private final AdminModeReplies replies;

  AdminModeCommand(AdminModeReplies replies) {
    this.replies = replies;
  }

  @Override
  public CommandName name() {
    return CommandName.of(
        AdminModeSpec.KIND, "adminmode", "admin mode", "administration mode", "maintenance mode");
  }

  @Override
  public ParseResult<AdminModeWords> parse(CommandWords words) {
    return ParseResult.of(AdminModeWords.of(words));
  }

  @Override
  public Optional<AdminModeWords> parseUnnamed(CommandWords words) {
    return AdminModeWords.ofSentence(words, false);
  }

  @Override
  public Reply handle(AdminModeWords said, IncomingMessage message) {
    return replies.form(said, environment -> said.mode(), message.who());
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(TOPIC);
  }
}

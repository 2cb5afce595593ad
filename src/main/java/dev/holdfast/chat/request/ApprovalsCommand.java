package dev.holdfast.chat.request;

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

/** {@code approvals}: what waits for the reader's decision. */
@Component
class ApprovalsCommand implements ChatCommand<NoArguments> {

  private final RequestListCards lists;

  ApprovalsCommand(RequestListCards lists) {
    this.lists = lists;
  }

  @Override
  public CommandName name() {
    return CommandName.of("approvals", "approval", "pending", "inbox");
  }

  @Override
  public ParseResult<NoArguments> parse(CommandWords words) {
    return ParseResult.of(new NoArguments());
  }

  @Override
  public Reply handle(NoArguments arguments, IncomingMessage said) {
    return Reply.of(lists.waitingFor(said.who()));
  }

  @Override
  public boolean isAnsweredWithinTurn(NoArguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(StatusCommand.TOPIC.with(51, "approvals"));
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}

package dev.holdfast.chat;

import dev.holdfast.chat.ChatCommand;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.CommandName;
import dev.holdfast.chat.CommandWords;
import dev.holdfast.chat.HelpTopic;
import dev.holdfast.chat.IncomingMessage;
import dev.holdfast.chat.NoArguments;
import dev.holdfast.chat.ParseResult;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.RequestListCards;
import dev.holdfast.chat.StatusCommand;

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

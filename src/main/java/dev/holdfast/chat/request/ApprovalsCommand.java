package dev.holdfast.chat.request;

import dev.holdfast.bot.ChatUser;
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
 * {@code approvals}: what waits for the reader's decision. {@code approve R-1042} opens that
 * request; the decision itself is a button on its card, which shows what is approved.
 */
@Component
public class ApprovalsCommand implements ChatCommand<ApprovalsCommand.Arguments> {

  private final RequestListCards lists;
  private final RequestLookup requests;

  ApprovalsCommand(RequestListCards lists, RequestLookup requests) {
    this.lists = lists;
    this.requests = requests;
  }

  public record Arguments(Optional<String> requestId) {}

  @Override
  public CommandName name() {
    return CommandName.of("approvals", "approval", "pending", "inbox", "approve", "reject");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return ParseResult.of(new Arguments(words.requestId()));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return arguments
        .requestId()
        .map(id -> requests.show(id, said.who(), said.where()))
        .orElseGet(() -> Reply.of(lists.waitingFor(said.who())));
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
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

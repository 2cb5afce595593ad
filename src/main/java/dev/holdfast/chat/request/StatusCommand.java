package dev.holdfast.chat.request;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.message.Message;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code status}: what is under way, or one request. */
@Component
public class StatusCommand implements ChatCommand<StatusCommand.Arguments> {

  static final HelpTopic TOPIC =
      new HelpTopic(50, "help.status.title", "help.status.purpose", "status, status R-1001");

  private static final String EXAMPLE = "R-1042";

  private final RequestListCards lists;
  private final RequestLookup requests;

  StatusCommand(RequestListCards lists, RequestLookup requests) {
    this.lists = lists;
    this.requests = requests;
  }

  public record Arguments(Optional<String> requestId) {}

  @Override
  public CommandName name() {
    return CommandName.of("status", "state", "progress", "request", "requests");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    Optional<String> request = words.requestId();
    return request.isPresent() || words.isEmpty()
        ? ParseResult.of(new Arguments(request))
        : ParseResult.incomplete(
            Message.of("command.status.notAnId", "text", words.text(), "example", EXAMPLE));
  }

  /** The number of a request alone asks for its status. */
  @Override
  public Optional<Arguments> parseUnnamed(CommandWords words) {
    return words.requestId().map(Optional::of).map(Arguments::new);
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return arguments
        .requestId()
        .map(id -> requests.show(id, said.who(), said.where()))
        .orElseGet(() -> Reply.of(lists.underWay(said.who())));
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(TOPIC);
  }

  @Override
  public boolean isInManifest() {
    return true;
  }
}

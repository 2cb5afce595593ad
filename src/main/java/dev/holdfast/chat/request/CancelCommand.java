package dev.holdfast.chat.request;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.HelpTopic;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code cancel R-n}: takes a request back that has not started. */
@Component
public class CancelCommand implements ChatCommand<CancelCommand.Arguments> {

  private final RequestLookup requests;
  private final RequestReplies replies;
  private final ApprovalService approvals;

  CancelCommand(RequestLookup requests, RequestReplies replies, ApprovalService approvals) {
    this.requests = requests;
    this.replies = replies;
    this.approvals = approvals;
  }

  public record Arguments(String requestId) {}

  @Override
  public CommandName name() {
    return CommandName.of("cancel", "abort", "withdraw");
  }

  @Override
  public ParseResult<Arguments> parse(CommandWords words) {
    return words
        .requestId()
        .map(id -> ParseResult.of(new Arguments(id)))
        .orElseGet(() -> ParseResult.missing(name(), "command.missing.request", "cancel R-1042"));
  }

  @Override
  public Reply handle(Arguments arguments, IncomingMessage said) {
    return requests.with(arguments.requestId(), said.who(), request -> cancel(request, said));
  }

  private Reply cancel(Request request, IncomingMessage said) {
    ChatUser who = said.who();
    DecisionResult decided = approvals.cancel(request.id(), who.person());
    Optional<Banner> banner =
        decided instanceof DecisionResult.Refused refused
            ? Optional.of(new Banner(Tone.ATTENTION, DenialMessages.sentence(refused, who.texts())))
            : Optional.empty();
    return replies.following(decided.request(), who, said.where(), banner);
  }

  @Override
  public boolean isAnsweredWithinTurn(Arguments arguments, ChatUser who) {
    return true;
  }

  @Override
  public boolean changes() {
    return true;
  }

  @Override
  public Optional<HelpTopic> help() {
    return Optional.of(
        new HelpTopic(60, "help.cancel.title", "help.cancel.purpose", "cancel R-1001"));
  }
}

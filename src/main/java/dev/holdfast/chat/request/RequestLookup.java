package dev.holdfast.chat.request;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.card.ErrorCards;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds the request whose number a person gave. */
@Component
public class RequestLookup {

  private final ReadingRights rights;
  private final RequestReplies replies;
  private final ErrorCards errors;

  RequestLookup(ReadingRights rights, RequestReplies replies, ErrorCards errors) {
    this.rights = rights;
    this.replies = replies;
    this.errors = errors;
  }

  /** The card that follows the request here from now on. */
  Reply show(String id, ChatUser who, ConversationRef where) {
    return with(id, who, request -> replies.following(request, who, where, Optional.empty()));
  }

  /** Replies with a request, or that there is none that the person may see. */
  public Reply with(String id, ChatUser who, Function<Request, Reply> reply) {
    return rights
        .find(id, who.person())
        .map(reply)
        .orElseGet(
            () ->
                Reply.forAskerAlone(
                    errors.plain(
                        Message.of("request.notFound.title", "request", id),
                        Message.of("error.unchanged"),
                        List.of(Message.of("request.notFound.lists")),
                        who.texts())));
  }
}

package dev.holdfast.request;

/**
 * Where a request was submitted. All is empty where that was no chat.
 *
 * @param conversation Teams' id of the chat or thread
 * @param message Teams' id of the message whose card became the request's card
 * @param personal whether it is the requester's own chat with Holdfast
 */
public record RequestOrigin(String conversation, String message, boolean personal) {

  /** Of a request that came through the HTTP API: nobody reads there. */
  public static final RequestOrigin NO_CHAT = new RequestOrigin("", "", false);

  /** The same for a request that has a card of its own there. */
  public RequestOrigin withoutMessage() {
    return new RequestOrigin(conversation, "", personal);
  }

  public boolean inChat() {
    return !conversation.isEmpty();
  }
}

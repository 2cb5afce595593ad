package dev.holdfast.chat;

/**
 * Where something was said.
 *
 * @param conversation Teams' id of the chat or thread
 * @param kind what sort of conversation it is
 */
public record Place(String conversation, Kind kind) {

  /** Teams' three scopes. */
  public enum Kind {
    PERSONAL,
    GROUP_CHAT,
    CHANNEL
  }
}

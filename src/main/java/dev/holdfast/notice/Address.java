package dev.holdfast.notice;

/** Where a message can go. */
public sealed interface Address {

  /** A person's own chat with Holdfast, by Entra object id. */
  record Person(String entraId) implements Address {}

  /**
   * A conversation as Teams names it: a chat, a channel, or a thread of a channel with its {@code
   * ;messageid=}.
   */
  record Conversation(String id) implements Address {}
}

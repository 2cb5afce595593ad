package dev.holdfast.bot.dispatch;

import dev.holdfast.messaging.Address;
import java.util.Optional;
import java.util.Set;

/**
 * Where a reply goes that can't reach its place: to the person in their own chat, which is opened
 * again if it's gone. Where that can't be written to either, it goes to the person in the
 * conversation, in words only, since a card that is theirs alone isn't put where others see it.
 */
final class FallbackReplies {

  private FallbackReplies() {}

  /**
   * The next way for a reply; empty when there is none.
   *
   * @param tried the addresses that can't be reached
   */
  static Optional<AddressedReply> next(
      PendingReply question, AddressedReply reply, Set<Address> tried) {
    if (question.by().isEmpty()) {
      return Optional.empty();
    }
    String person = question.by().get();
    Address own = new Address.Person(person);
    if (!tried.contains(own)) {
      return Optional.of(reply.sentTo(own));
    }
    Address here = question.where().only(person);
    return tried.contains(here) || tried.contains(question.where().everybody())
        ? Optional.empty()
        : Optional.of(AddressedReply.text(here, reply.inWords()));
  }
}

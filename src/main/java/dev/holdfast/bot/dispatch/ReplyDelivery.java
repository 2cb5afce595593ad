package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.TrackedCard;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger.Posted;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Computes a reply once and sends it, if need be again. */
@Component
public class ReplyDelivery {

  private static final Logger log = LoggerFactory.getLogger(ReplyDelivery.class);

  /** What may still arrive later. */
  private static final Set<Reason> COMES_BACK =
      EnumSet.of(Reason.NOT_YET, Reason.LATER, Reason.UNCERTAIN);

  private final ActivityDeduplicator retries;
  private final ReplyFactory answers;
  private final ReplySender sender;
  private final TypingIndicator typing;

  ReplyDelivery(
      ActivityDeduplicator retries,
      ReplyFactory answers,
      ReplySender sender,
      TypingIndicator typing) {
    this.retries = retries;
    this.answers = answers;
    this.sender = sender;
    this.typing = typing;
  }

  /**
   * Gives a reply in its task, as it was computed before, if it was.
   *
   * @throws DeliveryException when it may arrive later; the reply is kept for then
   */
  public void give(PendingReply question) {
    Optional<AddressedReply> kept = retries.kept(question.name());
    try (TypingIndicator.Shown shown = typing.in(question.where())) {
      Optional<AddressedReply> reply = kept.isPresent() ? kept : compute(question);
      reply.ifPresent(
          one ->
              send(question, one)
                  .ifPresent(
                      sent -> sent.follow().ifPresent(what -> sender.follow(what, sent.posted()))));
    }
    if (kept.isPresent()) {
      retries.forgetReply(question.name());
    }
  }

  /** A change and the reply that tells of it are committed together. */
  Optional<AddressedReply> compute(PendingReply question) {
    try {
      if (!question.changes()) {
        return question.reply().get();
      }
      if (!question.immediate()) {
        answers.prepare();
      }
      question.reply().prepare();
      return retries.inTransaction(
          () -> {
            Optional<AddressedReply> reply = question.reply().get();
            reply.ifPresent(one -> retries.keep(question.name(), one));
            return reply;
          });
    } catch (RuntimeException e) {
      AddressedReply trouble =
          ReaderLanguage.in(
              question.reply().language(),
              () -> answers.trouble(question.where(), question.about(), e));
      return Optional.of(question.replaces().map(trouble::replacing).orElse(trouble));
    }
  }

  /**
   * A reply as a new message.
   *
   * @param follow the request that its card follows from now on
   */
  record Sent(Posted posted, Optional<TrackedCard> follow) {}

  /**
   * Sends a reply, to the person's own chat if it can't arrive where it belongs. One that can't
   * arrive anywhere is dropped.
   *
   * @return the new message, if there is one
   * @throws DeliveryException when it may arrive later; the reply is kept for then
   */
  Optional<Sent> send(PendingReply question, AddressedReply reply) {
    Set<Address> tried = new HashSet<>();
    Optional<AddressedReply> next = Optional.of(reply);
    while (next.isPresent()) {
      AddressedReply current = next.get();
      try {
        return sender.send(current).map(posted -> new Sent(posted, current.follow()));
      } catch (DeliveryException e) {
        if (COMES_BACK.contains(e.reason())) {
          retries.keep(question.name(), current);
          throw e;
        }
        log.warn(
            "activity={} gets no reply at {}: {}", question.name(), current.to(), e.getMessage());
        tried.add(current.address());
        next =
            e.reason() == Reason.UNREACHABLE
                ? FallbackReplies.next(question, current, tried)
                : Optional.empty();
      }
    }
    log.warn("activity={} gets no reply; what it changed stands", question.name());
    return Optional.empty();
  }
}

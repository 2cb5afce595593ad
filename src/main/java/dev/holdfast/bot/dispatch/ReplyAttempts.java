package dev.holdfast.bot.dispatch;

import dev.holdfast.bot.TrackedCard;
import dev.holdfast.bot.dispatch.ReplyLeases.Held;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger.Posted;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives replies outside the scheduler. What fails or dies here is left to the reply's task. */
@Component
class ReplyAttempts {

  private static final Logger log = LoggerFactory.getLogger(ReplyAttempts.class);

  /** For the replies that are being given when the process ends. */
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

  private final ReplyDelivery delivery;
  private final ReplyTools tools;
  private final ReplyLeases held;
  private final SentReplyCleanup given;
  private final Clock clock;

  ReplyAttempts(ReplyDelivery delivery, ReplyTools tools, ReplyLeases held, Clock clock) {
    this.delivery = delivery;
    this.tools = tools;
    this.held = held;
    this.given = new SentReplyCleanup(tools.tasks(), tools.workers()::execute);
    this.clock = clock;
  }

  /** What attempts work with. */
  @Component
  record ReplyTools(
      ReplyWorkers workers,
      ReplyTaskStore tasks,
      ReplyLeaseSettings lease,
      ActivityDeduplicator retries,
      ReplySender sender,
      TypingIndicator typing) {}

  @PostConstruct
  void renewLeases() {
    Duration renewal = tools.lease().renewal();
    tools.workers().repeat(this::renew, renewal, renewal);
  }

  private void renew() {
    held.renew();
    given.retry();
  }

  /**
   * @param until when the reply's task is due
   * @param computed the reply, where it was computed and kept already
   */
  void attempt(PendingReply question, Instant until, Optional<AddressedReply> computed) {
    Held mine = held.hold(question.task(), until);
    boolean handedOn = false;
    try {
      handedOn = give(question, mine, computed);
    } catch (DeliveryException e) {
      postpone(question, e);
    } catch (RuntimeException e) {
      log.warn("activity={} gets its reply from its task: {}", question.name(), e.toString());
    } finally {
      if (!handedOn) {
        mine.close();
      }
    }
  }

  /** Returns whether the reply stays held until its task is removed. */
  private boolean give(PendingReply question, Held mine, Optional<AddressedReply> computed) {
    Optional<AddressedReply> reply = computed;
    Optional<ReplyDelivery.Sent> sent = Optional.empty();
    try (TypingIndicator.Shown shown = tools.typing().in(question.where())) {
      if (reply.isEmpty()) {
        reply = delivery.compute(question);
      }
      if (!held.secures(mine)) {
        log.warn("activity={} took too long here; its task replies", question.name());
        return false;
      }
      if (reply.isPresent()) {
        sent = delivery.send(question, reply.get());
      }
    }
    Optional<TrackedCard> follow = sent.flatMap(ReplyDelivery.Sent::follow);
    if (follow.isPresent() && follows(question, follow.get(), sent.get().posted())) {
      return false;
    }
    given.add(mine);
    return true;
  }

  /** Stores what the card follows and removes the task; false when that didn't work. */
  private boolean follows(PendingReply question, TrackedCard follow, Posted posted) {
    try {
      tools
          .retries()
          .inTransaction(
              () -> {
                tools.sender().follow(follow, posted);
                tools.tasks().remove(List.of(question.task()));
                return true;
              });
      tools.retries().wakeScheduler();
      return true;
    } catch (RuntimeException e) {
      log.warn(
          "activity={} got its card, which follows nothing: {}", question.name(), e.toString());
      return false;
    }
  }

  private void postpone(PendingReply question, DeliveryException e) {
    Instant due = clock.instant().plus(e.retryAfter().orElse(ReplyTasks.FIRST_PAUSE));
    log.info("activity={} gets its reply at {}: {}", question.name(), due, e.getMessage());
    try {
      if (e.reason() == Reason.NOT_YET) {
        tools.tasks().postpone(question.task(), due);
      } else {
        tools.tasks().postponeAfterFailure(question.task(), due);
      }
    } catch (RuntimeException away) {
      log.warn("task={} runs when its lease ends: {}", question.name(), away.toString());
    }
  }

  /** The scheduler of another replica gives what isn't given in time. */
  @PreDestroy
  void stop() {
    boolean ended = tools.workers().stop(LAST_PATIENCE);
    given.flush();
    if (!ended) {
      held.leave();
      given.flush();
    }
  }
}

package dev.holdfast.bot.dispatch;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.support.TaskScheduler;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Replies to what people say and click, each once; see RATIONALE.md. A reply has a durable task
 * from the start and is given at once. The task runs only if that fails or the process dies.
 */
@Service
class ReplyService {

  private final TaskScheduler scheduler;
  private final ActivityDeduplicator retries;
  private final ReplyAttempts attempts;
  private final ReplyLeases held;
  private final ReplyWorkers workers;

  ReplyService(
      TaskScheduler scheduler,
      ActivityDeduplicator retries,
      ReplyAttempts attempts,
      ReplyLeases held,
      ReplyWorkers workers) {
    this.scheduler = scheduler;
    this.retries = retries;
    this.attempts = attempts;
    this.held = held;
    this.workers = workers;
  }

  /**
   * Takes an activity, if nobody did before, and replies to it: on this thread where the reply is
   * computed without the admin API, otherwise on another.
   *
   * @return whether it was the first
   */
  boolean take(PendingReply question) {
    return question.immediate() ? takeHere(question) : takeInBackground(question);
  }

  private boolean takeHere(PendingReply question) {
    if (question.changes()) {
      question.reply().prepare();
    }
    Instant due = held.leaseEnd();
    AtomicReference<Optional<AddressedReply>> computed = new AtomicReference<>(Optional.empty());
    boolean first = retries.takeOnce(question.name(), () -> computed.set(store(question, due)));
    if (first) {
      wakeAfter(question);
      attempts.attempt(question, due, computed.get());
    }
    return first;
  }

  /** The same on another thread, for a caller who has something else to say first. */
  boolean takeInBackground(PendingReply question) {
    AtomicReference<Optional<AddressedReply>> computed = new AtomicReference<>(Optional.empty());
    return inBackground(
        question,
        due -> retries.takeOnce(question.name(), () -> computed.set(store(question, due))),
        computed);
  }

  /** Replies to something that no activity but the question's own name tells apart. */
  boolean takeUnmarked(PendingReply question) {
    return inBackground(
        question,
        due -> scheduler.scheduleIfNotExists(SchedulableInstance.of(question.task(), due)),
        new AtomicReference<>(Optional.empty()));
  }

  /**
   * Decides what a click asks for, once. The decision, its answer, and the mark are committed
   * together.
   */
  ActionResponse decideOnce(CardActionInvocation clicked, Supplier<ActionResponse> decision) {
    String name = ActivityDeduplicator.name(clicked.where(), clicked.activityId());
    AtomicReference<@Nullable ActionResponse> decided = new AtomicReference<>();
    boolean first =
        retries.takeOnce(
            name,
            () -> {
              ActionResponse response = decision.get();
              AddressedReply.of(clicked.where(), response)
                  .ifPresent(reply -> retries.keep(name, reply));
              decided.set(response);
            });
    if (first) {
      retries.wakeScheduler();
      return requireNonNull(decided.get());
    }
    return new ActionResponse.Again(
        retries.kept(name).map(AddressedReply::reaction).orElseGet(decision));
  }

  private interface Taking {
    boolean isFirst(Instant due);
  }

  /** Where no place is free, the scheduler replies, as soon as it can. */
  private boolean inBackground(
      PendingReply question, Taking taking, AtomicReference<Optional<AddressedReply>> computed) {
    boolean now = workers.reserve();
    Instant due = now ? held.leaseEnd() : held.now();
    if (!isFirst(() -> taking.isFirst(due), now)) {
      return false;
    }
    if (now) {
      wakeAfter(question);
      workers.run(() -> attempts.attempt(question, due, computed.get()));
    } else {
      retries.wakeScheduler();
    }
    return true;
  }

  private boolean isFirst(BooleanSupplier taking, boolean reserved) {
    boolean first = false;
    try {
      first = taking.getAsBoolean();
    } finally {
      if (!first && reserved) {
        workers.release();
      }
    }
    return first;
  }

  /** A change and the reply that tells of it are committed together. */
  private Optional<AddressedReply> store(PendingReply question, Instant due) {
    // The mark that was just set says that there is no task of this name, so nobody looks for one.
    scheduler.scheduleNew(SchedulableInstance.of(question.task(), due));
    if (!question.immediate() || !question.changes()) {
      return Optional.empty();
    }
    Optional<AddressedReply> reply = question.reply().get();
    reply.ifPresent(one -> retries.keep(question.name(), one));
    return reply;
  }

  /** A change may have scheduled more work. */
  private void wakeAfter(PendingReply question) {
    if (question.changes()) {
      retries.wakeScheduler();
    }
  }
}

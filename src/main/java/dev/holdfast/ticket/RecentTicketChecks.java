package dev.holdfast.ticket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.support.tracing.Traces;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Checks before an approval. Who clicks doesn't wait for the ticket system for long: what comes
 * later counts for the next click. Only an answer that has just come counts, so it's kept in memory
 * alone.
 */
@Component
public class RecentTicketChecks implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(RecentTicketChecks.class);

  private static final int KEPT = 500;
  private static final int AT_ONCE = 4;
  private static final int WAITING = 100;

  private final ChangeTickets tickets;
  private final TicketProperties.Times times;
  private final Clock clock;
  private final Cache<RequestId, Check> checks = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          work -> {
            Thread thread = new Thread(work, "ticket-check");
            thread.setDaemon(true);
            return thread;
          });

  RecentTicketChecks(ChangeTickets tickets, TicketProperties properties, Clock clock) {
    this.tickets = tickets;
    this.times = properties.times();
    this.clock = clock;
    executor.allowCoreThreadTimeOut(true);
  }

  private record Check(Instant begun, CompletableFuture<TicketAnswer> answer) {}

  /** Has the ticket of a request checked, and waits for that for a short time. */
  public void prepare(Request request) {
    Optional<TicketQuestion> question = TicketQuestion.of(request, TicketPhase.APPROVAL);
    if (question.isEmpty()) {
      return;
    }
    try {
      CompletableFuture<TicketAnswer> answer =
          checks
              .asMap()
              .compute(
                  request.id(), (id, before) -> underWay(before) ? before : begin(question.get()))
              .answer();
      answer.get(times.decisionLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | RejectedExecutionException e) {
      log.info("The ticket of {} isn't checked yet", request.id());
    } catch (ExecutionException e) {
      log.warn("The ticket of {} couldn't be checked", request.id(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean underWay(@Nullable Check check) {
    return check != null && !check.answer().isDone() && isFresh(check);
  }

  private Check begin(TicketQuestion question) {
    return new Check(
        clock.instant(),
        CompletableFuture.supplyAsync(Traces.carried(() -> tickets.check(question)), executor));
  }

  private boolean isFresh(Check check) {
    return clock.instant().isBefore(check.begun().plus(times.freshFor()));
  }

  /** Why the ticket of a request forbids to approve it now; empty when it doesn't. */
  public Optional<Message> objection(Request request) {
    return TicketQuestion.of(request, TicketPhase.APPROVAL)
        .flatMap(question -> objection(question, checks.getIfPresent(request.id())));
  }

  private Optional<Message> objection(TicketQuestion question, @Nullable Check check) {
    boolean known =
        check != null
            && isFresh(check)
            && check.answer().isDone()
            && !check.answer().isCompletedExceptionally();
    return known
        ? ChangeTickets.objection(question.ticket(), check.answer().join())
        : Optional.of(ChangeTickets.unchecked(question.ticket(), Message.of("ticket.reason.slow")));
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}

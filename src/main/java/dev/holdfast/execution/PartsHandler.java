package dev.holdfast.execution;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StepTransitions;
import dev.holdfast.request.followup.PartRequests;
import dev.holdfast.request.followup.PartRequests.Part;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever is carried out by requests of its own: it calls nothing, begins in the transaction that
 * stores these, and ends when all of them have. It waits in no queue, because each part does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PartsHandler implements RequestHandler {

  private static final Logger log = LoggerFactory.getLogger(PartsHandler.class);

  /** As nobody reads it but a log; no service says it. */
  private static final String STATUS = "Running";

  private final PartRequests parts;
  private final QueueHandler queue;
  private final RequestRepository requests;
  private final TransactionTemplate transaction;
  private final RequestUpdater updater;
  private final StartProperties settings;

  PartsHandler(
      PartRequests parts,
      QueueHandler queue,
      RequestRepository requests,
      TransactionTemplate transaction,
      RequestUpdater updater,
      StartProperties settings) {
    this.parts = parts;
    this.queue = queue;
    this.requests = requests;
    this.transaction = transaction;
    this.updater = updater;
    this.settings = settings;
  }

  @Override
  public boolean handles(Request request) {
    return request.details().spec().hasParts();
  }

  @Override
  public Optional<Duration> handle(Request request) {
    if (request.state().isClosed()) {
      return DONE;
    }
    List<Part> known = parts.of(request);
    return known.stream().allMatch(part -> part.request().isEmpty())
        ? begin(request)
        : follow(request, known);
  }

  private Optional<Duration> begin(Request request) {
    Revalidation approved = queue.revalidate(request);
    if (!approved.holds()) {
      return queue.stop(request, approved);
    }
    Instant now = updater.now();
    log.info("{} is carried out by a request for each of its environments", request.id());
    transaction.executeWithoutResult(status -> store(request, now));
    return Optional.of(settings.retryInterval());
  }

  /**
   * All or nothing: after a crash there are either all parts, or none. A rehearsal never counts as
   * started.
   */
  private void store(Request request, Instant now) {
    if (!request.details().isRehearsal()) {
      StepTransitions main = request.mainStep();
      requests.save(request, main.commitStart(now));
      Message begun =
          Message.of("parts.begun", "count", request.details().spec().environments().size());
      requests.save(request, main.accepted(progress(now), StoredMessage.english(begun), now));
    }
    parts.add(request, now);
  }

  private static OperationProgress progress(Instant now) {
    return new OperationProgress(Optional.empty(), Optional.empty(), STATUS, List.of(), now, now);
  }

  private Optional<Duration> follow(Request request, List<Part> known) {
    if (!known.stream().allMatch(Part::isOver)) {
      return Optional.of(settings.retryInterval());
    }
    Instant now = updater.now();
    Message message = outcome(known);
    if (request.details().isRehearsal()) {
      updater.save(request, request.approval().endRehearsal(message, now));
    } else {
      end(request, known, message, now);
    }
    return DONE;
  }

  /** It has succeeded only if all parts have, and is unknown if what one did stays unknown. */
  private void end(Request request, List<Part> known, Message message, Instant now) {
    StepTransitions main = request.mainStep();
    Outcome outcome = new Outcome(now, message, Optional.empty(), Optional.empty(), true);
    if (known.stream().anyMatch(part -> part.isIn(RequestState.UNKNOWN))) {
      updater.save(request, main.outcomeUnknown(outcome));
    } else if (known.stream().allMatch(part -> part.isIn(RequestState.SUCCEEDED))) {
      transaction.executeWithoutResult(
          status -> {
            requests.save(request, main.beginVerification(now));
            requests.save(request, main.succeed(message, now));
          });
    } else {
      updater.save(request, main.fail(outcome));
    }
  }

  /** How many succeeded, and what became of each of the others. */
  private static Message outcome(List<Part> known) {
    List<Message> sentences = new ArrayList<>();
    sentences.add(
        Message.of(
            "parts.ended",
            "done",
            in(known, RequestState.SUCCEEDED).size(),
            "count",
            known.size()));
    for (RequestState state : RequestState.values()) {
      List<String> names = in(known, state);
      if (state != RequestState.SUCCEEDED && !names.isEmpty()) {
        sentences.add(
            Message.of("parts.ended.state", "state", state.message(), "environments", names));
      }
    }
    return Message.sentences(sentences);
  }

  private static List<String> in(List<Part> known, RequestState state) {
    return known.stream()
        .filter(part -> part.isIn(state))
        .map(part -> part.spec().affected().displayName())
        .toList();
  }
}

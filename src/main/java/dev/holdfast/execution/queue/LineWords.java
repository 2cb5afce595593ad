package dev.holdfast.execution.queue;

import dev.holdfast.freeze.Freeze;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.followup.StartObstacle;
import java.util.List;
import java.util.Optional;

/** The queue in which requests wait, as a person reads it. */
final class LineWords {

  private static final int NAMED = 3;

  private LineWords() {}

  /** Nothing starts at the moment. */
  static QueueBlocker frozen(Freeze freeze) {
    return new QueueBlocker(Optional.empty(), freeze.message());
  }

  /** The policy has a window or freeze for it. */
  static QueueBlocker planned(StartObstacle obstacle) {
    return new QueueBlocker(Optional.empty(), obstacle.reason(), obstacle.next());
  }

  /** Nothing starts while this Holdfast only rehearses. */
  static QueueBlocker rehearsal() {
    return new QueueBlocker(Optional.empty(), Message.of("queue.rehearsal"));
  }

  /** Another is running on one of its environments. */
  static QueueBlocker atWork(Request other) {
    return blocker("queue.running", other);
  }

  /** Nobody can tell what another does on one of its environments. */
  static QueueBlocker unknown(Request other) {
    return new QueueBlocker(
        Optional.of(other.id()), Message.of("queue.unknown", "request", id(other)));
  }

  /** Administration mode is being turned off on another's target. */
  static QueueBlocker leaves(Request other) {
    return blocker("queue.leaving", other);
  }

  /** With its place in the queue, where others wait too. */
  static QueueBlocker withPlace(QueueBlocker blocker, List<Request> ahead) {
    return ahead.isEmpty()
        ? blocker
        : new QueueBlocker(blocker.first(), blocker.reason().then(place(ahead)), blocker.opensAt());
  }

  /** Nothing is running, and earlier ones go first; empty when there are none. */
  static Optional<QueueBlocker> behind(List<Request> ahead) {
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    Message reason = Message.of("queue.first", "request", id(ahead.get(0)));
    return Optional.of(
        new QueueBlocker(
            Optional.of(ahead.get(0).id()),
            ahead.size() == 1 ? reason : reason.then(place(ahead))));
  }

  private static Message place(List<Request> ahead) {
    List<String> named =
        ahead.stream().limit(NAMED).map(Request::id).map(RequestId::toString).toList();
    Message place =
        Message.of(
            ahead.size() > NAMED ? "queue.place.more" : "queue.place",
            "requests",
            String.join(", ", named),
            "position",
            ahead.size() + 1);
    return ahead.size() > NAMED ? place.with("count", ahead.size() - NAMED) : place;
  }

  private static QueueBlocker blocker(String code, Request other) {
    String name = other.details().spec().affected().displayName();
    return new QueueBlocker(
        Optional.of(other.id()), Message.of(code, "request", id(other), "environment", name));
  }

  private static String id(Request other) {
    return other.id().toString();
  }
}

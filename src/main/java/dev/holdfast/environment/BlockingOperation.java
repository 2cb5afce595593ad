package dev.holdfast.environment;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;

/** The operation that holds an environment: the service runs one at a time on each (rule R29). */
public record BlockingOperation(AdminOperation operation) {

  /**
   * The one that runs, or else waits to. One whose state is a word that Holdfast does not know may
   * have ended long ago, so nobody waits for it: if it does run, the service refuses the order.
   */
  public static Optional<BlockingOperation> among(List<AdminOperation> operations) {
    return first(operations, State.RUNNING).or(() -> first(operations, State.NOT_STARTED));
  }

  /**
   * What the service most likely means when it calls an environment busy.
   *
   * @param operations all of the environment, newest first
   */
  public static Optional<BlockingOperation> mostLikely(List<AdminOperation> operations) {
    return among(operations).or(() -> first(operations, State.UNKNOWN));
  }

  private static Optional<BlockingOperation> first(List<AdminOperation> operations, State state) {
    return operations.stream()
        .filter(operation -> operation.state() == state)
        .findFirst()
        .map(BlockingOperation::new);
  }

  /**
   * Which operation it is, since when and by whom, such as {@code Restore (Running) since
   * 2026-11-20T17:00:00Z, requested by Adele Vance}.
   */
  public Message message() {
    Message since =
        operation
            .createdAt()
            .map(at -> Message.of("rule.operation.since", "operation", what(), "since", at))
            .orElseGet(this::what);
    return operation
        .requestedBy()
        .map(BlockingOperation::name)
        .filter(name -> !name.isEmpty())
        .map(name -> Message.of("rule.operation.by", "operation", since, "person", name))
        .orElse(since);
  }

  private Message what() {
    Message type =
        operation.type().isBlank()
            ? Message.of("rule.operation.unnamed")
            : Message.of("rule.operation.named", "operation", operation.type());
    return operation.stateWord().isBlank()
        ? type
        : Message.of("rule.operation.state", "operation", type, "state", operation.stateWord());
  }

  /** A name says more than a type, and a type more than an id. */
  private static String name(Principal principal) {
    return List.of(principal.displayName(), principal.type(), principal.id()).stream()
        .filter(word -> !word.isBlank())
        .findFirst()
        .orElse("");
  }
}

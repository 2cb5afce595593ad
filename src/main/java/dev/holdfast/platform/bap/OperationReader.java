package dev.holdfast.platform.bap;

import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Operation.Fault;
import dev.holdfast.platform.Operation.Principal;
import dev.holdfast.platform.Operation.Stage;
import dev.holdfast.platform.Operation.State;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.http.Ids;
import dev.holdfast.platform.http.WireObject;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * From a lifecycle operation on the wire to Holdfast's record (facts 1.5). Its state counts,
 * however odd the rest of it is. The state comes as {@code state.id}; as {@code state} or {@code
 * status} it has been seen elsewhere in the platform.
 */
final class OperationReader {

  private OperationReader() {}

  /** Empty when the answer names no state: then it is not an operation. */
  static Optional<Operation> read(JsonNode node, OperationRef ref) {
    return WireObject.of(node).flatMap(wire -> operation(wire, ref));
  }

  /**
   * One of a list. One that cannot be read is kept as unknown and followed in the list itself,
   * where it shows nothing: were it left out, a restore that runs might be taken for one that was
   * never started, and be ordered again.
   */
  static Operation listed(JsonNode node, String environmentId, BapRoutes routes) {
    return WireObject.of(node)
        .flatMap(
            wire ->
                wire.text("id")
                    .filter(Ids::isId)
                    .map(id -> new OperationRef(environmentId, routes.operation(id)))
                    .flatMap(ref -> operation(wire, ref)))
        .orElseGet(
            () ->
                Operation.unreadable(
                    new OperationRef(environmentId, routes.operations(environmentId))));
  }

  private static Optional<Operation> operation(WireObject wire, OperationRef ref) {
    return wire.word("state")
        .or(() -> wire.word("status"))
        .map(state -> operation(wire, ref, state));
  }

  private static Operation operation(WireObject wire, OperationRef ref, String state) {
    return new Operation(
        ref,
        wire.text("id").orElse(""),
        wire.word("type").or(() -> wire.text("typeDisplayName")).orElse(""),
        state(state),
        state,
        wire.instant("createdDateTime"),
        wire.instant("lastActionDateTime"),
        wire.object("requestedBy").map(OperationReader::principal),
        wire.list("stages").stream().map(OperationReader::stage).toList(),
        fault(wire));
  }

  /** {@code Completed} is what older answers say for Succeeded. */
  private static State state(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "notstarted" -> State.NOT_STARTED;
      case "running" -> State.RUNNING;
      case "succeeded", "completed" -> State.SUCCEEDED;
      case "failed" -> State.FAILED;
      default -> State.ofUnknown(word);
    };
  }

  private static Stage stage(WireObject stage) {
    String state = stage.word("state").orElse("");
    return new Stage(
        stage.text("name").or(() -> stage.text("id")).orElse(""),
        state(state),
        state,
        stage.instant("firstActionDateTime"),
        stage.instant("lastActionDateTime"));
  }

  private static Principal principal(WireObject person) {
    return new Principal(
        person.text("id").orElse(""),
        person.text("displayName").orElse(""),
        person.text("type").orElse(""));
  }

  /** Mostly an object; a bare text is a message. Empty when it says nothing. */
  private static Optional<Fault> fault(WireObject wire) {
    return wire.object("error")
        .map(error -> new Fault(error.text("code").orElse(""), error.text("message").orElse("")))
        .or(() -> wire.text("error").map(message -> new Fault("", message)))
        .filter(fault -> !fault.words().isEmpty());
  }
}

package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.AdminOperation.Progress;
import dev.holdfast.adminapi.AdminOperation.Stage;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.http.PathIds;
import dev.holdfast.adminapi.http.WireObject;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * From a lifecycle operation on the wire to Holdfast's record (facts 1.5). Its state counts,
 * however odd the rest of it is. The state comes as {@code state.id}; as {@code state} or {@code
 * status} it has been seen elsewhere in the platform.
 */
final class BapOperationMapper {

  private BapOperationMapper() {}

  /** Empty when the answer names no state: then it is not an operation. */
  static Optional<AdminOperation> read(JsonNode node, OperationLocator ref) {
    return WireObject.of(node).flatMap(wire -> operation(wire, ref));
  }

  /**
   * One of a list. One that cannot be read is kept as unknown and followed in the list itself,
   * where it shows nothing: were it left out, a restore that runs might be taken for one that was
   * never started, and be ordered again.
   */
  static AdminOperation listed(JsonNode node, String environmentId, BapRoutes routes) {
    return WireObject.of(node)
        .flatMap(
            wire ->
                wire.text("id")
                    .filter(PathIds::isId)
                    .map(id -> new OperationLocator(environmentId, routes.operation(id)))
                    .flatMap(ref -> operation(wire, ref)))
        .orElseGet(
            () ->
                AdminOperation.unreadable(
                    new OperationLocator(environmentId, routes.operations(environmentId))));
  }

  private static Optional<AdminOperation> operation(WireObject wire, OperationLocator ref) {
    return wire.word("state")
        .or(() -> wire.word("status"))
        .map(state -> operation(wire, ref, state));
  }

  private static AdminOperation operation(WireObject wire, OperationLocator ref, String state) {
    return new AdminOperation(
        ref,
        wire.text("id").orElse(""),
        wire.word("type").or(() -> wire.text("typeDisplayName")).orElse(""),
        new Progress(
            state(state),
            state,
            wire.list("stages").stream().map(BapOperationMapper::stage).toList(),
            fault(wire)),
        wire.instant("createdDateTime"),
        wire.instant("lastActionDateTime"),
        wire.object("requestedBy").map(BapOperationMapper::principal));
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

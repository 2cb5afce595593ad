package dev.holdfast.platform.bap;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Operation.Fault;
import dev.holdfast.platform.Operation.Principal;
import dev.holdfast.platform.Operation.Stage;
import dev.holdfast.platform.Operation.State;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.bap.OperationWire.StageWire;
import dev.holdfast.platform.http.Ids;
import dev.holdfast.platform.http.Wire;
import dev.holdfast.platform.http.WireTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** From a lifecycle operation on the wire to Holdfast's record (facts 1.5). */
final class OperationReader {

  private OperationReader() {}

  /** Empty when the answer names no state: then it is not an operation. */
  static Optional<Operation> read(JsonNode node, OperationRef ref) {
    return wire(node).flatMap(wire -> operation(wire, ref));
  }

  /**
   * One of a list. One that cannot be read is kept as unknown and followed in the list itself,
   * where it shows nothing: were it left out, a restore that runs might be taken for one that was
   * never started, and be ordered again.
   */
  static Operation listed(JsonNode node, String environmentId, BapRoutes routes) {
    return wire(node)
        .filter(wire -> wire.id() != null && Ids.isId(wire.id()))
        .flatMap(
            wire ->
                operation(
                    wire,
                    new OperationRef(environmentId, routes.operation(String.valueOf(wire.id())))))
        .orElseGet(
            () ->
                Operation.unreadable(
                    new OperationRef(environmentId, routes.operations(environmentId))));
  }

  private static Optional<OperationWire> wire(JsonNode node) {
    try {
      return Wire.read(node, OperationWire.class);
    } catch (JacksonException e) {
      return Optional.of(OperationWire.bare(node));
    }
  }

  private static Optional<Operation> operation(OperationWire wire, OperationRef ref) {
    return Stream.of(word(wire.state()), word(wire.status()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(state -> operation(wire, ref, state));
  }

  private static Operation operation(OperationWire wire, OperationRef ref, String state) {
    return new Operation(
        ref,
        text(wire.id()).orElse(""),
        word(wire.type()).or(() -> text(wire.typeDisplayName())).orElse(""),
        state(state),
        state,
        WireTime.instant(wire.createdDateTime()),
        WireTime.instant(wire.lastActionDateTime()),
        Optional.ofNullable(wire.requestedBy()).map(OperationReader::principal),
        stages(wire),
        Optional.ofNullable(wire.error()).flatMap(OperationReader::fault));
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

  private static List<Stage> stages(OperationWire wire) {
    return wire.stages() == null
        ? List.of()
        : wire.stages().stream().filter(Objects::nonNull).map(OperationReader::stage).toList();
  }

  private static Stage stage(StageWire stage) {
    String state = word(stage.state()).orElse("");
    return new Stage(
        text(stage.name()).or(() -> text(stage.id())).orElse(""),
        state(state),
        state,
        WireTime.instant(stage.firstActionDateTime()),
        WireTime.instant(stage.lastActionDateTime()));
  }

  private static Principal principal(OperationWire.Person person) {
    return new Principal(
        text(person.id()).orElse(""),
        text(person.displayName()).orElse(""),
        text(person.type()).orElse(""));
  }

  /** Mostly an object; a bare text is a message. Empty when it says nothing. */
  private static Optional<Fault> fault(JsonNode error) {
    String code = error.path("code").asString("");
    String message = error.isString() ? error.stringValue() : error.path("message").asString("");
    return Optional.of(new Fault(code, message)).filter(fault -> !fault.words().isEmpty());
  }

  private static Optional<String> word(@Nullable JsonNode node) {
    return Optional.ofNullable(node).flatMap(Wire::word);
  }
}

package dev.holdfast.platform.ppapi;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Operation.Principal;
import dev.holdfast.platform.Operation.Stage;
import dev.holdfast.platform.Operation.State;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.http.Ids;
import dev.holdfast.platform.http.Wire;
import dev.holdfast.platform.http.WireTime;
import dev.holdfast.platform.ppapi.OperationWire.StageWire;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** From an operation on the wire to Holdfast's record (facts 2). */
final class OperationReader {

  private OperationReader() {}

  /** Empty when the answer names no state: then it is not an operation. */
  static Optional<Operation> read(JsonNode node, OperationRef ref) {
    return wire(node)
        .flatMap(wire -> StatusWords.in(node).map(word -> operation(node, wire, ref, word)));
  }

  /**
   * One of a list. One that cannot be read is kept as unknown and followed in the list itself,
   * where it shows nothing: were it left out, a restore that runs might be taken for one that was
   * never started, and be ordered again.
   */
  static Operation listed(JsonNode node, String environmentId, PpapiRoutes routes) {
    return text(node.path("operationId").asString(null))
        .filter(Ids::isId)
        .map(id -> new OperationRef(environmentId, routes.operation(environmentId, id)))
        .flatMap(ref -> read(node, ref))
        .orElseGet(() -> odd(new OperationRef(environmentId, routes.operations(environmentId))));
  }

  private static Operation odd(OperationRef ref) {
    return new Operation(
        ref,
        "",
        "",
        State.UNKNOWN,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Optional<OperationWire> wire(JsonNode node) {
    try {
      return Wire.read(node, OperationWire.class);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Operation operation(
      JsonNode node, OperationWire wire, OperationRef ref, String word) {
    Optional<Instant> started = WireTime.instant(wire.startTime());
    Optional<Instant> ended = WireTime.instant(wire.endTime());
    List<JsonNode> stageNodes = stageNodes(wire);
    List<Stage> stages = stageNodes.stream().map(OperationReader::stage).toList();
    return new Operation(
        ref,
        text(wire.operationId()).orElse(""),
        text(wire.name()).orElse(""),
        StatusWords.state(word, ended.isPresent()),
        word,
        started,
        ended.or(() -> lastOf(stages)).or(() -> started),
        Optional.ofNullable(wire.requestedBy()).map(OperationReader::principal),
        stages,
        Faults.of(node, stageNodes, word, ended.isPresent()));
  }

  private static List<JsonNode> stageNodes(OperationWire wire) {
    return wire.stageStatuses() == null
        ? List.of()
        : wire.stageStatuses().stream()
            .filter(Objects::nonNull)
            .filter(JsonNode::isObject)
            .toList();
  }

  private static Stage stage(JsonNode node) {
    StageWire wire = stageWire(node);
    String word = StatusWords.in(node).orElse("");
    Optional<Instant> started = WireTime.instant(wire.startTime());
    return new Stage(
        text(wire.name()).orElse(""),
        StatusWords.stage(word),
        word,
        started,
        WireTime.instant(wire.endTime()).or(() -> started));
  }

  private static StageWire stageWire(JsonNode node) {
    try {
      return Wire.MAPPER.treeToValue(node, StageWire.class);
    } catch (JacksonException e) {
      return new StageWire(node.path("name").asString(null), null, null);
    }
  }

  private static Optional<Instant> lastOf(List<Stage> stages) {
    return stages.stream()
        .map(Stage::lastActionAt)
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  private static Principal principal(OperationWire.Identity identity) {
    return new Principal(
        text(identity.userId()).orElse(""),
        text(identity.displayName()).orElse(""),
        text(identity.type()).orElse(""));
  }
}

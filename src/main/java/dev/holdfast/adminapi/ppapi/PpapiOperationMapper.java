package dev.holdfast.adminapi.ppapi;

import static dev.holdfast.adminapi.http.JsonFields.text;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.AdminOperation.Progress;
import dev.holdfast.adminapi.AdminOperation.Stage;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.http.JsonTimes;
import dev.holdfast.adminapi.http.PathIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * From an {@code OperationExecutionResult} on the wire to Holdfast's record (facts 2). Its state
 * counts, however odd the rest of it is.
 */
final class PpapiOperationMapper {

  private PpapiOperationMapper() {}

  /** Empty when the answer names no state: then it is not an operation. */
  static Optional<AdminOperation> read(JsonNode node, OperationLocator ref) {
    return PpapiStatusVocabulary.in(node).map(word -> operation(node, ref, word));
  }

  /**
   * One of a list. One that cannot be read is kept as unknown and followed in the list itself,
   * where it shows nothing: were it left out, a restore that runs might be taken for one that was
   * never started, and be ordered again.
   */
  static AdminOperation listed(JsonNode node, String environmentId, PpapiRoutes routes) {
    return text(node, "operationId")
        .filter(PathIds::isId)
        .map(id -> new OperationLocator(environmentId, routes.operation(environmentId, id)))
        .flatMap(ref -> read(node, ref))
        .orElseGet(
            () ->
                AdminOperation.unreadable(
                    new OperationLocator(environmentId, routes.operations(environmentId))));
  }

  private static AdminOperation operation(JsonNode node, OperationLocator ref, String word) {
    Optional<Instant> started = time(node, "startTime");
    Optional<Instant> ended = time(node, "endTime").filter(Instant.EPOCH::isBefore);
    List<JsonNode> stageNodes = elements(node.path("stageStatuses")).toList();
    List<Stage> stages = stageNodes.stream().map(PpapiOperationMapper::stage).toList();
    State state = PpapiStatusVocabulary.state(word, ended.isPresent());
    return new AdminOperation(
        ref,
        text(node, "operationId").orElse(""),
        text(node, "name").orElse(""),
        new Progress(state, word, stages, PpapiOperationErrors.of(node, stageNodes, state, word)),
        started,
        ended.or(() -> lastOf(stages)).or(() -> started),
        Optional.of(node.path("requestedBy"))
            .filter(JsonNode::isObject)
            .map(PpapiOperationMapper::principal));
  }

  private static Stage stage(JsonNode node) {
    String word = PpapiStatusVocabulary.in(node).orElse("");
    Optional<Instant> started = time(node, "startTime");
    return new Stage(
        text(node, "name").orElse(""),
        PpapiStatusVocabulary.stage(word),
        word,
        started,
        time(node, "endTime").or(() -> started));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    Stream<JsonNode> all =
        list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(list);
    return all.filter(JsonNode::isObject);
  }

  private static Optional<Instant> lastOf(List<Stage> stages) {
    return stages.stream()
        .map(Stage::lastActionAt)
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  private static Principal principal(JsonNode identity) {
    return new Principal(
        text(identity, "userId").orElse(""),
        text(identity, "displayName").orElse(""),
        text(identity, "type").orElse(""));
  }

  private static Optional<Instant> time(JsonNode node, String field) {
    return JsonTimes.instant(node.path(field).asString(null));
  }
}

package dev.holdfast.adminapi.ppapi;

import static dev.holdfast.adminapi.http.JsonFields.text;

import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.http.ErrorDetail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Why an operation did not do what was ordered, as far as its answer says. */
final class PpapiOperationErrors {

  private PpapiOperationErrors() {}

  /**
   * Of the whole operation, else of the first stage that names one, else what its word itself says.
   */
  static Optional<Fault> of(JsonNode operation, List<JsonNode> stages, State state, String word) {
    Optional<Fault> told =
        Stream.concat(
                Stream.of(detail(operation), plain(operation)),
                stages.stream().map(PpapiOperationErrors::stage))
            .flatMap(Optional::stream)
            .findFirst();
    return state == State.FAILED
        ? told.or(() -> PpapiStatusVocabulary.nothingDone(word).map(why -> new Fault(word, why)))
        : told;
  }

  private static Optional<Fault> detail(JsonNode node) {
    return ErrorDetail.of(node)
        .map(detail -> new Fault(detail.code().orElse(""), detail.message().orElse("")));
  }

  /** What other answers of the platform call it. */
  private static Optional<Fault> plain(JsonNode node) {
    JsonNode error = node.path("error");
    Optional<String> code = text(error, "code");
    Optional<String> message = text(error, "message");
    return code.isEmpty() && message.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(code.orElse(""), message.orElse("")));
  }

  private static Optional<Fault> stage(JsonNode stage) {
    String name = text(stage, "name").orElse("a stage");
    return detail(stage)
        .map(fault -> new Fault(fault.code(), "in %s: %s".formatted(name, fault.message())));
  }
}

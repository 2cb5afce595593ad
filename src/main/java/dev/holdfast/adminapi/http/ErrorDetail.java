package dev.holdfast.adminapi.http;

import static dev.holdfast.adminapi.http.JsonFields.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The error that the Power Platform API gives by field: {@code errorDetail{code,
 * fieldErrors{<field>: {errorMessages[], suggestedValue}}}} (facts 2).
 *
 * @param objections one sentence a message, in the service's words and with the field's name
 */
public record ErrorDetail(Optional<String> code, List<String> objections) {

  /** Of an object that has an {@code errorDetail}; empty when there is nothing in it. */
  public static Optional<ErrorDetail> of(JsonNode node) {
    JsonNode detail = node.path("errorDetail");
    ErrorDetail read =
        new ErrorDetail(
            text(detail, "code"),
            Stream.concat(
                    text(detail, "message").stream(),
                    detail.path("fieldErrors").properties().stream()
                        .flatMap(field -> objections(field.getKey(), field.getValue())))
                .toList());
    return read.code().isEmpty() && read.objections().isEmpty()
        ? Optional.empty()
        : Optional.of(read);
  }

  /** All objections as one text; empty when there are none. */
  public Optional<String> message() {
    return text(String.join(" ", objections));
  }

  private static Stream<String> objections(String field, JsonNode error) {
    String suggestion = text(error, "suggestedValue").map(" (suggested: %s)"::formatted).orElse("");
    List<String> messages =
        elements(error.path("errorMessages"))
            .map(message -> text(message.asString(null)))
            .flatMap(Optional::stream)
            .toList();
    return (messages.isEmpty() ? Stream.of("not accepted") : messages.stream())
        .map(message -> "%s: %s%s".formatted(field, message, suggestion));
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }
}

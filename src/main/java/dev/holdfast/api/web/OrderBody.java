package dev.holdfast.api.web;

import dev.holdfast.api.ProblemException;
import dev.holdfast.api.ProblemType;
import dev.holdfast.api.order.Order;
import dev.holdfast.bot.TextLimit;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import dev.holdfast.operation.OrderReaders;
import dev.holdfast.operation.start.StartOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a call that asks for an operation, and takes nothing that it doesn't know. */
final class OrderBody {

  static final int MOST_BYTES = 16 * 1024;

  private static final int MOST_CHARACTERS = 4_000;
  private static final String OPERATION = "operation";
  private static final String NOT_BEFORE = "notBefore";
  private static final String GRACE = "grace";
  private static final Set<String> START_FIELDS = Set.of(NOT_BEFORE, GRACE);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final OrderReaders readers;

  OrderBody(OrderReaders readers) {
    this.readers = readers;
  }

  static byte[] bytes(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw ProblemException.of(
          ProblemType.BODY_TOO_LARGE,
          ProblemType.BODY_TOO_LARGE.message().with("most", MOST_BYTES));
    }
    return body;
  }

  /**
   * @throws ProblemException when something is wrong with it
   */
  Order.Content read(byte[] body, boolean dryRun) {
    JsonNode json = tree(body);
    OrderReader reader =
        readers
            .find(json.path(OPERATION).stringValue(""))
            .orElseThrow(() -> ProblemException.fields(Map.of(OPERATION, operations())));
    Map<String, Message> errors = new TreeMap<>();
    Map<String, String> fields = fields(json, reader, errors);
    fields.forEach(
        (name, text) -> excess(name, text).ifPresent(excess -> errors.put(name, excess)));
    reader.errors(fields).forEach(errors::putIfAbsent);
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    return new Order.Content(reader.kind(), fields, dryRun);
  }

  private static Map<String, String> fields(
      JsonNode json, OrderReader reader, Map<String, Message> errors) {
    Map<String, String> fields = new TreeMap<>();
    json.properties().stream()
        .filter(field -> !field.getKey().equals(OPERATION))
        .forEach(
            field ->
                text(reader.fields().get(field.getKey()), field.getValue())
                    .ifPresentOrElse(
                        text -> fields.put(field.getKey(), text),
                        () -> errors.put(field.getKey(), error(reader, field.getKey()))));
    return fields;
  }

  /** That a text is longer than the form takes it. */
  private static Optional<Message> excess(String name, String text) {
    return TextLimit.ofInput(name)
        .map(limit -> limit.excess(text.strip()))
        .orElseGet(
            () ->
                text.length() > MOST_CHARACTERS
                    ? Optional.of(Message.of("apiProblem.tooLong", "most", MOST_CHARACTERS))
                    : Optional.empty());
  }

  private Message operations() {
    return Message.of(
        "apiProblem.operation",
        "operations",
        readers.all().stream().map(OrderReader::kind).toList());
  }

  private static Message error(OrderReader reader, String name) {
    return Message.of(
        reader.fields().containsKey(name) ? "apiProblem.wrongType" : "apiProblem.unknownField");
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      // said below; its words could repeat what was sent
    }
    throw ProblemException.of(ProblemType.MALFORMED_BODY);
  }

  /** Empty where there is no such field, or it holds something else. */
  private static Optional<String> text(
      @org.jspecify.annotations.Nullable FieldType type, JsonNode value) {
    if (type == null) {
      return Optional.empty();
    }
    return switch (type) {
      case FLAG -> Optional.of(value).filter(JsonNode::isBoolean).map(flag -> flag.asString());
      case START -> start(value);
      case ENVIRONMENT, TEXT ->
          Optional.of(value).filter(JsonNode::isString).map(JsonNode::stringValue);
    };
  }

  /** Its form is checked here, what it says by the reader. */
  private static Optional<String> start(JsonNode value) {
    boolean known =
        value.isObject()
            && value.path(NOT_BEFORE).isString()
            && value.properties().stream()
                .allMatch(
                    field -> START_FIELDS.contains(field.getKey()) && field.getValue().isString());
    return known
        ? Optional.of(
            StartOrder.text(
                value.path(NOT_BEFORE).stringValue(), value.path(GRACE).stringValue("")))
        : Optional.empty();
  }
}

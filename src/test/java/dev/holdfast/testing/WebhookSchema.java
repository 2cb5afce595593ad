package dev.holdfast.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the documented schema says of the data of an event, and that it names all that is sent. */
public final class WebhookSchema {

  public static final Path FILE = Path.of("src/docs/webhook-data.schema.json");

  private static final Schema SCHEMA = closed();

  private WebhookSchema() {}

  /** What is wrong with the data; empty if nothing is. */
  public static List<String> problems(JsonNode data) {
    return SCHEMA
        .validate(
            data.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static Schema closed() {
    try {
      JsonNode schema = JsonMapper.shared().readTree(Files.readString(FILE));
      List<JsonNode> nodes = new ArrayList<>(List.of(schema));
      for (int i = 0; i < nodes.size(); i++) {
        nodes.addAll(nodes.get(i).values());
        if (nodes.get(i) instanceof ObjectNode object
            && object.path("type").asString("").equals("object")) {
          object.put("additionalProperties", false);
        }
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema.toString(), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

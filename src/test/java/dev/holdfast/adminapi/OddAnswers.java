package dev.holdfast.adminapi;

import dev.holdfast.adminapi.bap.BapClients;
import dev.holdfast.adminapi.ppapi.PpapiClients;
import dev.holdfast.testing.ScriptedServer;
import dev.holdfast.testing.SettableClock;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AutoClose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An admin API whose answers have odd values in them, over either mapping. */
abstract class OddAnswers {

  static final String ID = "00000000-0000-0000-0000-000000000001";
  static final JsonMapper MAPPER = JsonMapper.shared();

  /** The names by which something in the fixtures tells what it is. */
  enum Mapping {
    BAP("bap", "value", BapClients::over),
    PPAPI("ppapi", "collection", PpapiClients::over);

    final String folder;
    final String list;
    final BiFunction<URI, Clock, AdminApi> client;

    Mapping(String folder, String list, BiFunction<URI, Clock, AdminApi> client) {
      this.folder = folder;
      this.list = list;
      this.client = client;
    }
  }

  @AutoClose final ScriptedServer server = new ScriptedServer();

  AdminApi api(Mapping mapping) {
    return mapping.client.apply(
        server.base(), new SettableClock(Instant.parse("2026-11-20T10:00:00Z")));
  }

  Environment alone(AdminApi api, JsonNode body) {
    server.answers(200, Map.of(), bytes(body));
    return api.environment(ID);
  }

  JsonNode environmentOf(Mapping mapping) {
    return json("odd/%s-environment.json".formatted(mapping.folder));
  }

  void answers(String list, JsonNode... rows) {
    server.answers(200, Map.of(), bytes(MAPPER.valueToTree(Map.of(list, List.of(rows)))));
  }

  static JsonNode withId(JsonNode environment, String id) {
    return with(environment, environment.has("name") ? "name" : "id", id);
  }

  static JsonNode with(JsonNode object, String field, String text) {
    return ((ObjectNode) object.deepCopy()).put(field, text);
  }

  static JsonNode without(JsonNode object, String... fields) {
    return ((ObjectNode) object.deepCopy()).remove(List.of(fields));
  }

  /** Those of the records within it too, by their own names. */
  static Map<String, Object> fields(Record record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(record);
        if (value instanceof Record within && component.getType().isRecord()) {
          fields.putAll(fields(within));
        } else {
          fields.put(component.getName(), value);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return fields;
  }

  JsonNode json(String file) {
    return MAPPER.readTree(server.file(file));
  }

  static byte[] bytes(JsonNode json) {
    return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
  }
}

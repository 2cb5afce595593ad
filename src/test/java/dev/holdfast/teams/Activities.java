package dev.holdfast.teams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The activities that the Agents Playground was seen to send. */
public final class Activities {

  public static final JsonMapper JSON = JsonMapper.builder().build();

  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Activities() {}

  /** The activity on the wire; in ASCII, because UTF-8 cannot carry half a surrogate pair. */
  public static byte[] bytes(JsonNode activity) {
    return ASCII.writeValueAsBytes(activity);
  }

  public static ObjectNode personalMessage() {
    return captured().get(0);
  }

  public static ObjectNode groupMessage() {
    return captured().get(1);
  }

  public static ObjectNode channelMessage() {
    return captured().get(2);
  }

  public static ObjectNode installation() {
    return captured().get(3);
  }

  static ObjectNode membersAdded() {
    return captured().get(4);
  }

  public static ObjectNode execute() {
    return captured().get(5);
  }

  public static ObjectNode submit() {
    return captured().get(6);
  }

  public static List<ObjectNode> captured() {
    try (var lines = Activities.class.getResourceAsStream("/teams/playground-activities.jsonl")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> (ObjectNode) JSON.readTree(line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.holdfast.teams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The activities that the Agents Playground was seen to send. */
final class Activities {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private Activities() {}

  static ObjectNode personalMessage() {
    return captured().get(0);
  }

  static ObjectNode groupMessage() {
    return captured().get(1);
  }

  static ObjectNode channelMessage() {
    return captured().get(2);
  }

  static ObjectNode installation() {
    return captured().get(3);
  }

  static ObjectNode membersAdded() {
    return captured().get(4);
  }

  static ObjectNode execute() {
    return captured().get(5);
  }

  static ObjectNode submit() {
    return captured().get(6);
  }

  static List<ObjectNode> captured() {
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

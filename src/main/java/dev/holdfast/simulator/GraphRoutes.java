package dev.holdfast.simulator;

import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** As much of Microsoft Graph as groups of the policy need, with one group until others are set. */
final class GraphRoutes {

  /** With Megan and Adele of the demo's people. */
  private static final String OWNERS = "00000000-0000-0000-0000-0000000000a1";

  private static final Pattern ID = Pattern.compile("'([^']+)'");

  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

  GraphRoutes() {
    groups.put(
        OWNERS,
        List.of("00000000-0000-0000-0000-000000000021", "00000000-0000-0000-0000-000000000022"));
  }

  SimulatedResponse members(SimulatedRequest call, String group) {
    List<String> members = groups.get(group);
    return members == null
        ? SimulatedResponse.error(404, "Request_ResourceNotFound", "There is no group " + group)
        : users(members);
  }

  /** Those who are asked for; everybody can sign in. */
  SimulatedResponse accounts(SimulatedRequest call, String none) {
    return users(
        ID.matcher(call.query("$filter").orElse(""))
            .results()
            .map(found -> found.group(1))
            .toList());
  }

  private static SimulatedResponse users(List<String> ids) {
    ObjectNode json = SimulatorJson.object();
    ArrayNode value = json.putArray("value");
    ids.forEach(
        id ->
            value.addObject().put("id", id).put("userType", "Member").put("accountEnabled", true));
    return SimulatedResponse.of(200, json);
  }

  /** {@code POST /simulator/groups}: {@code {"group": id, "members": [ids]}} until the end. */
  SimulatedResponse set(SimulatedRequest call, String none) {
    groups.put(
        call.text("group").orElse(""),
        StreamSupport.stream(call.body().path("members").spliterator(), false)
            .map(JsonNode::asString)
            .toList());
    return SimulatedResponse.empty(204);
  }
}

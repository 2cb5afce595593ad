package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code {"collection": […], "continuationToken": …}} (facts 2). */
final class PpapiPage {

  private static final int SIZE = 10;

  /** With signs that a client has to encode. */
  private static final Pattern TOKEN = Pattern.compile("after/(\\d{1,6})\\+");

  private PpapiPage() {}

  static SimulatedResponse of(SimulatedRequest call, List<ObjectNode> all) {
    int from = Math.min(all.size(), call.query("continuationToken").map(PpapiPage::from).orElse(0));
    int to = Math.min(all.size(), from + call.query("limit").map(PpapiPage::size).orElse(SIZE));
    ObjectNode page = SimulatorJson.object();
    ArrayNode collection = page.putArray("collection");
    all.subList(from, to).forEach(collection::add);
    if (to < all.size()) {
      page.put("continuationToken", "after/%d+".formatted(to));
    } else {
      page.putNull("continuationToken");
    }
    return SimulatedResponse.of(200, page);
  }

  private static int from(String token) {
    Matcher matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      throw SimulatedError.invalid("The continuation token is not valid.");
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static int size(String limit) {
    if (!limit.matches("[1-9]\\d{0,3}")) {
      throw SimulatedError.invalid("The limit '%s' is not a positive number.".formatted(limit));
    }
    return Integer.parseInt(limit);
  }
}

package dev.holdfast.platform.http;

import static dev.holdfast.platform.http.Wire.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"value": […], "nextLink": "…"}} to its last page. Half a list would hide
 * environments from people, so a page that cannot be had fails the whole.
 */
public record Pages(AdminHttp http, URI audience) {

  public List<JsonNode> all(Call first) {
    List<JsonNode> items = new ArrayList<>();
    Set<URI> seen = new HashSet<>();
    Optional<Call> next = Optional.of(first);
    while (next.isPresent()) {
      Call call = next.get();
      Reply reply = page(call);
      if (!seen.add(call.address())) {
        throw Failures.garbled(call, reply, "its pages go round in a circle");
      }
      JsonNode page =
          reply.json().orElseThrow(() -> Failures.garbled(call, reply, "it is not JSON"));
      if (!page.path("value").isArray()) {
        throw Failures.garbled(call, reply, "the list is missing");
      }
      page.path("value").forEach(items::add);
      next = next(call, reply, page);
    }
    return items;
  }

  private Reply page(Call call) {
    Reply reply = http.read(call, audience);
    if (!reply.successful()) {
      throw Failures.answered(call, reply);
    }
    return reply;
  }

  private static Optional<Call> next(Call call, Reply reply, JsonNode page) {
    return text(page.path("nextLink").asString(null)).map(link -> follow(call, reply, link));
  }

  private static Call follow(Call call, Reply reply, String link) {
    try {
      return Call.read(call.address().resolve(link), call.what());
    } catch (IllegalArgumentException e) {
      throw Failures.garbled(call, reply, "the link to its next page is not an address");
    }
  }
}

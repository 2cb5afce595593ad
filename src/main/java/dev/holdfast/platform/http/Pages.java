package dev.holdfast.platform.http;

import static dev.holdfast.platform.http.Wire.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * Reads a list to its last page, in whichever of the platform's shapes it comes: the items under
 * {@code value} or {@code collection}, the next page as a link or as a {@code continuationToken}
 * (facts 1.1 and 2). Half a list would hide environments from people, so a page that cannot be had
 * fails the whole.
 */
public record Pages(AdminHttp http, URI audience) {

  private static final List<String> ITEMS = List.of("value", "collection");
  private static final List<String> LINKS =
      List.of("nextLink", "@odata.nextLink", "@odata.nextlink");
  private static final String TOKEN = "continuationToken";

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
      items(page)
          .orElseThrow(() -> Failures.garbled(call, reply, "the list is missing"))
          .forEach(items::add);
      next = next(first, call, reply, page);
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

  private static Optional<JsonNode> items(JsonNode page) {
    return ITEMS.stream().map(page::path).filter(JsonNode::isArray).findFirst();
  }

  private static Optional<Call> next(Call first, Call call, Reply reply, JsonNode page) {
    return words(page, LINKS)
        .findFirst()
        .map(link -> follow(call, reply, link))
        .or(() -> words(page, List.of(TOKEN)).findFirst().map(token -> resume(first, token)));
  }

  private static Stream<String> words(JsonNode page, List<String> names) {
    return names.stream()
        .map(name -> text(page.path(name).asString(null)))
        .flatMap(Optional::stream);
  }

  private static Call follow(Call call, Reply reply, String link) {
    try {
      return Call.read(call.address().resolve(link), call.what());
    } catch (IllegalArgumentException e) {
      throw Failures.garbled(call, reply, "the link to its next page is not an address");
    }
  }

  /** The token is opaque, so every character of it that could mean something is encoded. */
  private static Call resume(Call first, String token) {
    URI address =
        UriComponentsBuilder.fromUri(first.address())
            .queryParam(TOKEN, UriUtils.encode(token, "UTF-8"))
            .build(true)
            .toUri();
    return Call.read(address, first.what());
  }
}

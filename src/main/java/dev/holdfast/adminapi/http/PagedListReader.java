package dev.holdfast.adminapi.http;

import static dev.holdfast.adminapi.http.JsonFields.text;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a list to its last page, in whichever of the platform's shapes it comes: the items under
 * {@code value} or {@code collection}, the next page as a link or as a {@code continuationToken}
 * (facts 1.1 and 2). Half a list would hide environments from people, so a page that cannot be had
 * fails the whole.
 */
public record PagedListReader(AdminApiHttpClient http, URI audience) {

  private static final List<String> ITEMS = List.of("value", "collection");
  private static final List<String> LINKS =
      List.of("nextLink", "@odata.nextLink", "@odata.nextlink");
  private static final String TOKEN = "continuationToken";

  /**
   * Hands over the rows one by one, in their order, so that of a long list no more than one row and
   * the bytes of one page are held. When it fails, the rows so far are no list.
   */
  public void each(HttpCall first, Consumer<JsonNode> row) {
    Set<URI> seen = new HashSet<>();
    Optional<HttpCall> next = Optional.of(first);
    while (next.isPresent()) {
      HttpCall call = next.get();
      HttpReply reply = page(call);
      if (!seen.add(call.address())) {
        throw HttpErrorMapper.garbled(call, reply, "its pages go round in a circle");
      }
      JsonNode rest = read(call, reply, row);
      refuseUnreadableNext(call, reply, rest);
      next = next(first, call, reply, rest);
    }
  }

  /** What a page says beside its rows. */
  private static JsonNode read(HttpCall call, HttpReply reply, Consumer<JsonNode> row) {
    ObjectNode rest = JsonFields.MAPPER.createObjectNode();
    boolean found = false;
    try (JsonParser page = JsonFields.MAPPER.createParser(reply.body())) {
      boolean isObject = page.nextToken() == JsonToken.START_OBJECT;
      while (isObject && page.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = page.currentName();
        boolean isList = page.nextToken() == JsonToken.START_ARRAY && ITEMS.contains(name);
        if (isList && !found) {
          found = true;
          while (page.nextToken() != JsonToken.END_ARRAY) {
            row.accept(page.readValueAsTree());
          }
        } else {
          rest.set(name, page.<JsonNode>readValueAsTree());
        }
      }
    } catch (JacksonException e) {
      throw HttpErrorMapper.garbled(call, reply, "it is not JSON");
    }
    if (!found) {
      throw HttpErrorMapper.garbled(call, reply, "the list is missing");
    }
    return rest;
  }

  private HttpReply page(HttpCall call) {
    HttpReply reply = http.read(call, audience);
    if (!reply.successful()) {
      throw HttpErrorMapper.answered(call, reply);
    }
    return reply;
  }

  private static Optional<HttpCall> next(
      HttpCall first, HttpCall call, HttpReply reply, JsonNode page) {
    return words(page, LINKS)
        .findFirst()
        .map(link -> follow(call, reply, link))
        .or(() -> words(page, List.of(TOKEN)).findFirst().map(token -> resume(first, token)));
  }

  /** A list whose next page can't be found isn't whole. */
  private static void refuseUnreadableNext(HttpCall call, HttpReply reply, JsonNode page) {
    Stream.concat(LINKS.stream(), Stream.of(TOKEN))
        .map(page::path)
        .filter(next -> next.isContainer() && !next.isEmpty())
        .findFirst()
        .ifPresent(
            next -> {
              throw HttpErrorMapper.garbled(call, reply, "the link to its next page can't be read");
            });
  }

  private static Stream<String> words(JsonNode page, List<String> names) {
    return names.stream()
        .map(name -> text(page.path(name).asString(null)))
        .flatMap(Optional::stream);
  }

  private static HttpCall follow(HttpCall call, HttpReply reply, String link) {
    try {
      return HttpCall.read(call.address().resolve(link), call.what());
    } catch (IllegalArgumentException e) {
      throw HttpErrorMapper.garbled(call, reply, "the link to its next page is not an address");
    }
  }

  /** The token is opaque, so every character of it that could mean something is encoded. */
  private static HttpCall resume(HttpCall first, String token) {
    URI address =
        UriComponentsBuilder.fromUri(first.address())
            .queryParam(TOKEN, UriUtils.encode(token, "UTF-8"))
            .build(true)
            .toUri();
    return HttpCall.read(address, first.what());
  }
}

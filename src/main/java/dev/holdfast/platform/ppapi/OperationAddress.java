package dev.holdfast.platform.ppapi;

import static dev.holdfast.platform.http.Wire.text;

import dev.holdfast.platform.http.Addresses;
import dev.holdfast.platform.http.AdminHttp;
import dev.holdfast.platform.http.Ids;
import dev.holdfast.platform.http.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where the operation of an order is followed: {@code operation-location}, else {@code Location},
 * else what the body says of it (facts 2).
 */
record OperationAddress(Addresses addresses, PpapiRoutes routes) {

  private static final int CREATED = 201;

  static OperationAddress of(AdminHttp http, PpapiRoutes routes) {
    return new OperationAddress(new Addresses(http, routes.base()), routes);
  }

  Optional<URI> in(Reply reply, String environmentId) {
    return addresses
        .in(reply, headers(reply))
        .or(() -> reply.json().flatMap(body -> inBody(body, environmentId)));
  }

  /** The {@code Location} of a 201 is the thing that was made, not an operation. */
  private static List<String> headers(Reply reply) {
    return reply.status() == CREATED
        ? List.of("operation-location")
        : List.of("operation-location", "Location");
  }

  private Optional<URI> inBody(JsonNode body, String environmentId) {
    return text(body, "operationUrl")
        .flatMap(addresses::trusted)
        .or(
            () ->
                text(body, "operationId")
                    .filter(Ids::isId)
                    .map(id -> routes.operation(environmentId, id)));
  }
}

package dev.holdfast.adminapi.ppapi;

import static dev.holdfast.adminapi.http.JsonFields.text;

import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.HttpReply;
import dev.holdfast.adminapi.http.OperationLocationReader;
import dev.holdfast.adminapi.http.PathIds;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Where the operation of an order is followed: {@code operation-location}, else {@code Location},
 * else what the body says of it (facts 2).
 */
record PpapiOperationLocation(OperationLocationReader addresses, PpapiRoutes routes) {

  private static final int CREATED = 201;

  static PpapiOperationLocation of(AdminApiHttpClient http, PpapiRoutes routes) {
    return new PpapiOperationLocation(new OperationLocationReader(http, routes.base()), routes);
  }

  Optional<URI> in(HttpReply reply, String environmentId) {
    return addresses
        .in(reply, headers(reply))
        .or(() -> reply.json().flatMap(body -> inBody(body, environmentId)));
  }

  /** The {@code Location} of a 201 is the thing that was made, not an operation. */
  private static List<String> headers(HttpReply reply) {
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
                    .filter(PathIds::isId)
                    .map(id -> routes.operation(environmentId, id)));
  }
}

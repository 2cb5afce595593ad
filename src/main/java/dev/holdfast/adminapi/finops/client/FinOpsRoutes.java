package dev.holdfast.adminapi.finops.client;

import static dev.holdfast.adminapi.http.PathIds.checked;

import java.net.URI;

/** The addresses of the Power Platform API for finance and operations (facts 6.1 to 6.4). */
record FinOpsRoutes(URI base) {

  private static final String VERSION = "api-version=2024-10-01";

  /**
   * The most that the service gives. Their order isn't documented, so fewer could miss new ones.
   */
  private static final int MOST_ERRORS = 1000;

  URI properties(String id) {
    return at(id, "finopsproperties?");
  }

  URI errors(String id) {
    return at(id, "operationerrors?maxResults=%d&".formatted(MOST_ERRORS));
  }

  URI maintenance(String id) {
    return at(id, "finopsadminsettings?");
  }

  URI versions(String id) {
    return at(id, "finopsversions?");
  }

  private URI at(String id, String question) {
    return base.resolve("/dynamics/environments/%s/%s%s".formatted(checked(id), question, VERSION));
  }
}

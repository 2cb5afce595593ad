package dev.holdfast.adminapi.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is called, without IDs, hosts, and parameters: one of a few names that are known before. */
final class RouteTemplate {

  /** Of what the service pointed to, and doesn't look like any other. */
  private static final String OTHER = "other";

  private static final String BAP = "/providers/Microsoft.BusinessAppPlatform";
  private static final String PPAPI = "/environmentmanagement";

  private static final Map<String, Pattern> KNOWN =
      Stream.of(
              "GET " + BAP + "/scopes/admin/environments",
              "GET " + BAP + "/scopes/admin/environments/{id}",
              "PATCH " + BAP + "/scopes/admin/environments/{id}",
              "GET " + BAP + "/environments/{id}/backups",
              "POST " + BAP + "/environments/{id}/backups",
              "POST " + BAP + "/environments/{id}/restoreTo",
              "POST " + BAP + "/environments/{id}/copyTo",
              "GET " + BAP + "/lifecycleOperations",
              "GET " + BAP + "/lifecycleOperations/{id}",
              "GET " + BAP + "/adminApplications/{id}",
              "GET " + PPAPI + "/environments",
              "GET " + PPAPI + "/environments/{id}",
              "GET " + PPAPI + "/environments/{id}/backups",
              "POST " + PPAPI + "/environments/{id}/backups",
              "POST " + PPAPI + "/environments/{id}/restore",
              "POST " + PPAPI + "/environments/{id}/copy",
              "GET " + PPAPI + "/environments/{id}/restoreCandidates",
              "GET " + PPAPI + "/environments/{id}/operations",
              "GET " + PPAPI + "/environments/{id}/operations/{id}",
              "GET " + PPAPI + "/operations/{id}",
              "GET /dynamics/environments/{id}/finopsproperties",
              "GET /dynamics/environments/{id}/operationerrors",
              "GET /dynamics/environments/{id}/finopsadminsettings",
              "GET /dynamics/environments/{id}/finopsversions",
              "GET /licensing/tenantCapacity",
              "GET /api/data/v9.2/msprov_getfinopsapplicationdetails",
              "GET /api/data/v9.2/msprov_operationhistories")
          .collect(
              Collectors.toMap(
                  name -> name, RouteTemplate::pattern, (a, b) -> a, LinkedHashMap::new));

  private RouteTemplate() {}

  private static Pattern pattern(String name) {
    String path =
        Stream.of(name.split("\\{id}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/]+"));
    return Pattern.compile(path, Pattern.CASE_INSENSITIVE);
  }

  static Stream<String> all() {
    return Stream.concat(KNOWN.keySet().stream(), Stream.of(OTHER));
  }

  static String of(String method, URI address) {
    String call = method + " " + address.getRawPath();
    return KNOWN.entrySet().stream()
        .filter(known -> known.getValue().matcher(call).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }
}

package dev.holdfast.teams.outbound;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the connector is called, without the IDs of conversations, messages, and people. */
final class ConnectorRoute {

  private static final Set<String> WORDS =
      Set.of("v3", "conversations", "activities", "members", "pagedmembers", "teams");

  private ConnectorRoute() {}

  /** What stands before {@code /v3} belongs to the service's address. */
  static String of(URI uri) {
    String path = String.valueOf(uri.getRawPath());
    int begin = Math.max(path.indexOf("/v3/"), 0);
    return Arrays.stream(path.substring(begin).split("/"))
        .filter(part -> !part.isEmpty())
        .map(part -> WORDS.contains(part) ? part : "{id}")
        .collect(Collectors.joining("/", "/", ""));
  }
}

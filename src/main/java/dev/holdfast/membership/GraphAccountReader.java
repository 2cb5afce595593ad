package dev.holdfast.membership;

import dev.holdfast.approval.policy.people.AccountReader;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The accounts of people in Microsoft Entra ID. */
@Component
class GraphAccountReader implements AccountReader {

  private static final String USERS = "/v1.0/users?$select=id,accountEnabled&$filter=";

  /** As many as Graph takes in one filter. */
  private static final int AT_ONCE = 15;

  private final GraphProperties properties;
  private final GraphClient graph;

  GraphAccountReader(GraphProperties properties, GraphClient graph) {
    this.properties = properties;
    this.graph = graph;
  }

  @Override
  public List<String> unusable(Collection<String> ids) {
    if (!properties.enabled()) {
      return List.of();
    }
    List<String> asked = List.copyOf(ids);
    Set<String> usable = new HashSet<>();
    for (int i = 0; i < asked.size(); i += AT_ONCE) {
      usable.addAll(usable(asked.subList(i, Math.min(i + AT_ONCE, asked.size()))));
    }
    return asked.stream().filter(id -> !usable.contains(id.toLowerCase(Locale.ROOT))).toList();
  }

  private List<String> usable(List<String> ids) {
    String filter =
        "id in (%s)"
            .formatted(ids.stream().map("'%s'"::formatted).collect(Collectors.joining(",")));
    JsonNode answer =
        graph.get(
            graph
                .base()
                .resolve(URI.create(USERS + URLEncoder.encode(filter, StandardCharsets.UTF_8))));
    if (!answer.path("value").isArray()) {
      throw new GroupReadException(GroupProblem.UNREACHABLE, "the answer lists nobody");
    }
    List<String> usable = new ArrayList<>();
    answer
        .path("value")
        .forEach(
            user -> {
              if (!user.path("accountEnabled").isBoolean()) {
                throw new GroupReadException(GroupProblem.FORBIDDEN, "accounts aren't shown");
              }
              if (user.path("accountEnabled").asBoolean()) {
                usable.add(user.path("id").asString("").toLowerCase(Locale.ROOT));
              }
            });
    return usable;
  }
}

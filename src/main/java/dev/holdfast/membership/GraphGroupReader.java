package dev.holdfast.membership;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.people.GroupMember;
import dev.holdfast.approval.policy.people.GroupMember.Standing;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import dev.holdfast.approval.policy.people.GroupReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The people in a group of Microsoft Entra ID, with those of groups inside it. */
@Component
class GraphGroupReader implements GroupReader {

  private static final String MEMBERS =
      "/v1.0/groups/%s/transitiveMembers/microsoft.graph.user"
          + "?$select=id,displayName,userType,accountEnabled&$top=999&$count=true";

  /** Some 50,000 people. */
  private static final int MOST_PAGES = 50;

  private final GraphProperties properties;
  private final GraphClient graph;

  GraphGroupReader(GraphProperties properties, GraphClient graph) {
    this.properties = properties;
    this.graph = graph;
  }

  @Override
  public GroupSource.Kind kind() {
    return GroupSource.Kind.ENTRA_GROUP;
  }

  @Override
  public List<GroupMember> read(GroupSource source) {
    if (!properties.enabled()) {
      throw new GroupReadException(GroupProblem.OFF, "holdfast.policy.graph.enabled is false");
    }
    List<GroupMember> members = new ArrayList<>();
    Optional<URI> next = Optional.of(graph.base().resolve(MEMBERS.formatted(source.id())));
    for (int page = 0; next.isPresent(); page++) {
      if (page == MOST_PAGES) {
        throw new GroupReadException(GroupProblem.TOO_LARGE, "it has too many pages");
      }
      JsonNode answer = graph.get(next.get());
      if (!answer.path("value").isArray()) {
        throw new GroupReadException(GroupProblem.UNREACHABLE, "the answer lists nobody");
      }
      answer.path("value").forEach(user -> members.add(member(user)));
      next = next(answer);
    }
    return members;
  }

  /** Graph says where its next page is; a token goes nowhere but to Graph. */
  private Optional<URI> next(JsonNode answer) {
    String link = answer.path("@odata.nextLink").asString("");
    if (link.isEmpty()) {
      return Optional.empty();
    }
    if (!link.startsWith(graph.base() + "/")) {
      throw new GroupReadException(GroupProblem.UNREACHABLE, "the next page is elsewhere");
    }
    return Optional.of(URI.create(link));
  }

  private static GroupMember member(JsonNode user) {
    String id = user.path("id").asString("");
    if (id.isBlank()) {
      throw new GroupReadException(GroupProblem.UNREACHABLE, "a member has no ID");
    }
    return new GroupMember(id, standing(user));
  }

  /** Without a permission to read users, Graph names nothing but their IDs. */
  private static Standing standing(JsonNode user) {
    JsonNode enabled = user.path("accountEnabled");
    if (enabled.isBoolean() && !enabled.asBoolean()) {
      return Standing.DISABLED;
    }
    String type = user.path("userType").asString("");
    if (type.equalsIgnoreCase("Guest")) {
      return Standing.GUEST;
    }
    return enabled.isBoolean() && type.equalsIgnoreCase("Member")
        ? Standing.REGULAR
        : Standing.UNKNOWN;
  }
}

package dev.holdfast.teams.outbound;

import dev.holdfast.teams.activity.Member;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A page of the members of a conversation (facts B5).
 *
 * @param next what to ask for the next page with; empty on the last
 */
record MemberPage(List<Member> members, Optional<String> next) {

  /**
   * @throws ConnectorException if it is no page: an answer that lists nobody proves nothing
   */
  static MemberPage of(JsonNode answer) {
    if (!answer.path("members").isArray()) {
      throw new ConnectorException(
          502, "", "Teams was asked for members and listed none", Optional.empty());
    }
    return new MemberPage(
        answer.path("members").valueStream().map(Member::of).toList(),
        Optional.of(answer.path("continuationToken").asString(""))
            .filter(token -> !token.isEmpty()));
  }
}

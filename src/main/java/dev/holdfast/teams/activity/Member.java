package dev.holdfast.teams.activity;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One member of a conversation, as far as Holdfast asks.
 *
 * @param entraId in some endpoints Teams calls it {@code objectId} (facts B5)
 * @param role such as user or guest; Teams documents no words for it
 * @param teamsId the id under which this bot knows the person
 */
public record Member(
    Optional<String> entraId,
    Optional<String> teamsId,
    Optional<String> name,
    Optional<String> tenantId,
    Optional<String> role,
    Optional<String> userName) {

  public static Member of(JsonNode answer) {
    return new Member(
        text(answer, "aadObjectId").or(() -> text(answer, "objectId")),
        text(answer, "id"),
        text(answer, "name"),
        text(answer, "tenantId"),
        text(answer, "userRole"),
        text(answer, "userPrincipalName").or(() -> text(answer, "email")));
  }

  private static Optional<String> text(JsonNode answer, String field) {
    return Optional.of(answer.path(field).asString("")).filter(text -> !text.isBlank());
  }
}

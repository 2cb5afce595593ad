package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In a shared channel there are people whose account belongs to another organization. */
class OtherTenantTest {

  private static final String OTHER = "5f8e2b1c-0000-4000-8000-0000000000ff";
  private static final FakeTeams TEAMS = FakeTeams.start();
  private static final FakePerson ALEX = TEAMS.person("Alex Wilber");
  private static final FakePerson VISITOR = TEAMS.person("Vera Visitor");
  private static TeamsSlice slice;

  private final FakeConversation channel = TEAMS.channel("Finance", "Shared");

  @BeforeAll
  static void start() {
    slice =
        TeamsSlice.start(
            TEAMS, Databases.H2, "--holdfast.teams.allowed-tenants=" + FakeTeams.TENANT);
  }

  @AfterAll
  static void stop() {
    slice.close();
    TEAMS.close();
  }

  @BeforeEach
  void reset() {
    slice.chat().reset();
  }

  @Test
  void aMessageIsAnsweredWithTheReason() {
    TEAMS.deliver(from(VISITOR, OTHER, message("status")));

    assertThat(channel.awaitText("belongs to another organization")).isNotNull();
    assertThat(slice.chat().said()).isEmpty();
  }

  @Test
  void aClickIsRefusedWithTheReason() {
    JsonNode answer = TEAMS.deliver(from(VISITOR, OTHER, invoke("adaptiveCard/action")));

    assertThat(answer.path("value").path("code").asString()).isEqualTo("OtherTenant");
    assertThat(answer.path("value").path("message").asString())
        .startsWith("You can't use Holdfast here");
    assertThat(slice.chat().clicked()).isEmpty();
  }

  @Test
  void aSearchFindsNothing() {
    JsonNode answer = TEAMS.deliver(from(VISITOR, OTHER, invoke("application/search")));

    assertThat(answer.path("value").path("code").asString()).isEqualTo("OtherTenant");
    assertThat(slice.chat().searched()).isEmpty();
  }

  @Test
  void theClickOfAnOlderClientIsAnsweredWithTheReason() {
    ObjectNode submit = message("");
    submit.remove("text");
    submit.putObject("value").put("verb", "request.approve");

    TEAMS.deliver(from(VISITOR, OTHER, submit));

    assertThat(channel.awaitText("belongs to another organization")).isNotNull();
    assertThat(slice.chat().submitted()).isEmpty();
  }

  @Test
  void isNotKeptAsAPersonWhomHoldfastKnows() {
    TEAMS.deliver(from(VISITOR, OTHER, message("status")));

    assertThat(slice.bean(PersonDirectory.class).find(VISITOR.entraId())).isEmpty();
  }

  @Test
  void anAllowedTenantIsHeardHoweverItIsSpelled() {
    TEAMS.deliver(from(ALEX, FakeTeams.TENANT.toUpperCase(Locale.ROOT), message("history")));
    TEAMS.deliver(from(ALEX, FakeTeams.TENANT, message("status")));

    assertThat(slice.chat().said()).extracting(said -> said.text()).contains("history", "status");
  }

  private ObjectNode message(String text) {
    ObjectNode activity = Activities.groupMessage();
    activity.remove("entities");
    return activity.put("text", text).put("localTimezone", "Europe/Berlin");
  }

  private ObjectNode invoke(String name) {
    ObjectNode activity = message("").put("type", "invoke").put("name", name);
    activity.remove("text");
    activity.putObject("value").putObject("action").put("verb", "request.approve");
    return activity;
  }

  private JsonNode from(FakePerson who, String tenant, ObjectNode activity) {
    activity.put("id", "activity-" + System.nanoTime()).put("serviceUrl", TEAMS.serviceUrl());
    activity
        .putObject("from")
        .put("id", who.teamsId())
        .put("name", who.name())
        .put("aadObjectId", who.entraId())
        .put("tenantId", tenant);
    activity
        .putObject("conversation")
        .put("id", channel.id())
        .put("conversationType", "channel")
        .put("tenantId", FakeTeams.TENANT);
    return activity;
  }
}

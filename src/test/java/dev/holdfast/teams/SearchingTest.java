package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.card.view.Choice;
import dev.holdfast.testing.FakeTeams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People type into a card, and Teams asks for choices (facts B3). */
class SearchingTest {

  private static final FakeTeams TEAMS = FakeTeams.start();
  private static final JsonNode NOTHING =
      Activities.JSON.readTree(
          """
          {"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse",
           "value":{"results":[]}}
          """);
  private static TeamsSlice slice;

  private ScriptedChat holdfast;

  @BeforeAll
  static void start() {
    slice = TeamsSlice.start(TEAMS);
  }

  @AfterAll
  static void stop() {
    slice.close();
    TEAMS.close();
  }

  @BeforeEach
  void reset() {
    holdfast = slice.chat();
    holdfast.reset();
  }

  @Test
  void answersWithTheChoicesInTheirOrder() {
    holdfast.whenSearched(
        search ->
            List.of(
                new Choice("Contoso Dev · Sandbox · UDE", "env-dev"),
                new Choice("🚀 <b>בדיקה</b> **x**", "env-2")));

    assertThat(TEAMS.deliver(search()))
        .isEqualTo(
            Activities.JSON.readTree(
                """
                {"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse",
                 "value":{"results":[
                   {"title":"Contoso Dev · Sandbox · UDE","value":"env-dev"},
                   {"title":"🚀 <b>בדיקה</b> **x**","value":"env-2"}]}}
                """));
  }

  @Test
  void handsOnWhoTypesWhatIntoWhich() {
    TEAMS.deliver(search());

    ChoiceQuery searched = searched();
    assertThat(searched.who().name()).isEqualTo("Alex Wilber");
    assertThat(searched.who().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(searched.dataset()).isEqualTo("targets?source=env-uat");
    assertThat(searched.text()).isEqualTo("contoso d");
    assertThat(searched.inputs())
        .isEqualTo(Map.of("reason", "fresh data", "skipAuditData", "true"));
    assertThat(searched.skip()).isZero();
    assertThat(searched.top()).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"בדיקה\u200f", "🚀👩\u200d💻", "%' --", "<at>x</at>", "\u202e"})
  void handsOnAnyTextAsItWasTyped(String text) {
    var search = search();
    search.withObject("value").put("queryText", text);
    TEAMS.deliver(search);

    assertThat(searched().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"skip\":15,\"top\":15} | 15 | 15",
        "{\"skip\":0,\"top\":1000} | 0 | 15",
        "{\"skip\":-3,\"top\":-1} | 0 | 15",
        "{\"skip\":\"a\",\"top\":[]} | 0 | 15",
        "{\"skip\":99999999999,\"top\":1.5} | 0 | 15",
        "{} | 0 | 15",
        "null | 0 | 15",
        "\"all\" | 0 | 15",
        "{\"top\":5} | 0 | 5"
      })
  void asksForFifteenAtMostWhateverTheClientWants(String options, int skip, int top) {
    var search = search();
    search.withObject("value").set("queryOptions", Activities.JSON.readTree(options));
    TEAMS.deliver(search);

    assertThat(searched().skip()).isEqualTo(skip);
    assertThat(searched().top()).isEqualTo(top);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"targets\"",
        "7",
        "{}",
        "{\"queryText\":null,\"dataset\":null,\"data\":null}",
        "{\"queryText\":[],\"dataset\":{},\"data\":[1,2]}",
        "{\"kind\":\"search\",\"queryText\":{\"a\":1},\"dataset\":7,\"data\":\"x\"}"
      })
  void anOddQueryIsAnEmptyOne(String value) {
    var search = search();
    search.set("value", Activities.JSON.readTree(value));

    assertThat(TEAMS.deliver(search)).isEqualTo(NOTHING);
    assertThat(searched().text()).isEmpty();
  }

  @Test
  void findsNothingForWhomItDoesNotKnow() {
    var search = search();
    search.withObject("from").remove("aadObjectId");

    var answer = TEAMS.deliver(search);

    assertThat(answer.path("type").asString()).isEqualTo("application/vnd.microsoft.error");
    assertThat(answer.path("value").path("code").asString()).isEqualTo("NoIdentity");
    assertThat(holdfast.searched()).isEmpty();
  }

  @Test
  void saysNothingOfTheInsideWhenASearchFails() {
    holdfast.whenSearched(
        search -> {
          throw new IllegalStateException("secret jdbc://");
        });

    var answer = TEAMS.deliver(search());
    assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
    assertThat(answer.toString())
        .contains("application/vnd.microsoft.error", "InternalError")
        .doesNotContain("secret");
  }

  private ChoiceQuery searched() {
    assertThat(holdfast.searched()).hasSize(1);
    return holdfast.searched().get(0);
  }

  private static ObjectNode search() {
    try (var json = SearchingTest.class.getResourceAsStream("/teams/search.json")) {
      return ((ObjectNode) Activities.JSON.readTree(json)).put("serviceUrl", TEAMS.serviceUrl());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

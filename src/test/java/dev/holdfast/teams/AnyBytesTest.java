package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeTeams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent to the endpoint, the answer is no 5xx, and says nothing of the inside. */
@Tag("postgresql")
class AnyBytesTest {

  private static final FakeTeams TEAMS = FakeTeams.start();
  private static TeamsSlice slice;

  @BeforeAll
  static void start() {
    slice = TeamsSlice.start(TEAMS, Databases.POSTGRESQL);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "null",
        "true",
        "42",
        "1e999999999",
        "\"text\"",
        "[]",
        "{}",
        "{",
        "{\"type\":",
        "{\"type\":\"message\"}",
        "{\"type\":7,\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"http://127.0.0.1\"}",
        "{\"type\":\" \",\"conversation\":{\"id\":\"a\"},\"serviceUrl\":\"http://127.0.0.1\"}",
        "{\"type\":\"message\",\"conversation\":{\"id\":\"a\"}}",
        "{\"type\":\"message\",\"conversation\":\"a\",\"serviceUrl\":\"http://127.0.0.1\"}",
        "{\"type\":\"message\",\"conversation\":{\"id\":\"a\\n"
            + "b\"},\"serviceUrl\":\"http://127.0.0.1\"}",
        "<html/>",
        "\u0000\u0001"
      })
  void answers400ToWhatIsNoActivity(String body) {
    var answer = TEAMS.send(body.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "http://smba.trafficmanager.net/teams/",
        "http://127.0.0.1@evil.example/",
        "http://localhost.evil.example/",
        "file:///etc/passwd",
        "http://[::1",
        "127.0.0.1"
      })
  void answers403ToAServiceUrlElsewhereAndNeverCallsIt(String serviceUrl) {
    var answer = send(Activities.personalMessage().put("serviceUrl", serviceUrl));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(slice.chat().said()).isEmpty();
  }

  @Test
  void answers413ToABodyOverTheLimit() {
    var large = Activities.personalMessage().put("text", "x".repeat(300 * 1024));

    assertThat(send(large).statusCode()).isEqualTo(413);
  }

  @Test
  void answers400ToDeepNesting() {
    var deep = "{\"value\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";

    assertThat(TEAMS.send(deep.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
  }

  @Test
  void answers400ToIdsThatNoKeyTakes() {
    var activity = Activities.personalMessage();
    activity.withObject("conversation").put("id", "x".repeat(5000));

    assertThat(send(activity).statusCode()).isEqualTo(400);
  }

  @Test
  void storesTheLongestOfEverythingThatItTakes() {
    var activity = Activities.channelMessage().put("serviceUrl", TEAMS.serviceUrl());
    var longest = "x".repeat(512);
    activity.withObject("conversation").put("id", longest).put("tenantId", "x".repeat(128));
    activity
        .withObject("from")
        .put("id", longest)
        .put("name", longest)
        .put("aadObjectId", "x".repeat(128));
    activity.withObject("recipient").put("id", longest).put("name", longest);
    activity.withObject("channelData").withObject("team").put("id", longest);
    activity.withObject("channelData").withObject("channel").put("id", longest);

    assertThat(send(activity).statusCode()).isEqualTo(200);
    assertThat(slice.chat().said()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD,application/json,200",
    "GET,application/json,405",
    "PUT,application/json,405",
    "POST,text/plain,415",
    "POST,application/x-www-form-urlencoded,415"
  })
  void takesOnlyPostedJson(String method, String contentType, int status) throws Exception {
    var answer = request(method, contentType);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception", "dev.holdfast");
    assertThat(slice.chat().said()).isEmpty();
  }

  private static HttpResponse<String> send(ObjectNode activity) {
    return TEAMS.send(Activities.bytes(activity));
  }

  private static HttpResponse<String> request(String method, String contentType)
      throws IOException, InterruptedException {
    URI endpoint = slice.endpoint();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

package dev.holdfast.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Speaks to a running Agents Playground, over the paths that its own page uses. */
final class PlaygroundClient {

  /** Long, because a window that is slow on a busy machine still holds somebody's chat. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final RestClient http;

  private PlaygroundClient(RestClient http) {
    this.http = http;
  }

  static PlaygroundClient at(URI address) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ANSWER_WITHIN)
                .build());
    requests.setReadTimeout(ANSWER_WITHIN);
    return new PlaygroundClient(
        RestClient.builder().requestFactory(requests).baseUrl(address.toString()).build());
  }

  boolean answers() {
    try {
      return "pong".equals(http.get().uri("/_debug/ping").retrieve().body(String.class));
    } catch (RestClientException e) {
      return false;
    }
  }

  /** Whether it is this very window: the same tenant, bot, person and chat. */
  boolean shows(PlaygroundWindow window) {
    try {
      JsonNode answer = http.get().uri("/_internal/v1/config").retrieve().body(JsonNode.class);
      return answer != null && matches(answer.path("config"), window.config());
    } catch (RestClientException e) {
      return false;
    }
  }

  private static boolean matches(JsonNode shown, PlaygroundConfigFile expected) {
    return shown.path("tenantId").asString("").equals(expected.tenantId())
        && id(shown, "bot").equals(expected.bot().id())
        && id(shown, "currentUser").equals(expected.currentUser().id())
        && id(shown, "personalChat").equals(expected.personalChat().id());
  }

  private static String id(JsonNode shown, String of) {
    return shown.path(of).path("id").asString("");
  }

  /** Lets the bot be told that it was installed there, as if a person had done it. */
  void install(String conversation) {
    http.post()
        .uri("/_debug/conversation/{id}/installation", conversation)
        .contentType(MediaType.APPLICATION_JSON)
        .body("{}")
        .retrieve()
        .toBodilessEntity();
  }
}

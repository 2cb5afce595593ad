package dev.holdfast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application that calls the HTTP API of a Holdfast in the local profile. */
public final class ApiClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;
  private final String token;

  private ApiClient(URI root, String token) {
    this.root = root;
    this.token = token;
  }

  /** An answer, with its body where there is one. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String text(String field) {
      return json().path(field).asString("");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /**
   * @param messages the bot's endpoint
   * @param application the object ID of its service principal
   */
  public static ApiClient of(URI messages, String application) {
    ApiClient nobody = new ApiClient(messages, "");
    Answer answer =
        nobody.send(
            HttpRequest.newBuilder(messages.resolve("/local/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + application)));
    return new ApiClient(messages, answer.text("access_token"));
  }

  public ApiClient withToken(String other) {
    return new ApiClient(root, other);
  }

  public String token() {
    return token;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public CompletableFuture<Answer> getLater(String path) {
    return http.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
        .thenApply(Answer::new);
  }

  public Answer post(String path, String key, String body) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve("/api/v1" + path))
        .header("Authorization", "Bearer " + token);
  }
}

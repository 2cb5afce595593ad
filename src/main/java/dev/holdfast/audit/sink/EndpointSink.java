package dev.holdfast.audit.sink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Posts to an endpoint, which has kept the lines when it answers with 2xx. */
final class EndpointSink implements AuditSink {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final URI url;
  private final Optional<String> authorization;

  /** Never follows a redirect: it would carry the rows and the header elsewhere. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  EndpointSink(URI url, Optional<String> authorization) {
    this.url = url;
    this.authorization = authorization;
  }

  @Override
  public void take(List<String> lines) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("", lines)));
    authorization.ifPresent(header -> request.header("Authorization", header));
    int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("The endpoint answers " + status + ".");
    }
  }
}

package dev.holdfast.teams.outbound;

import dev.holdfast.support.tracing.OpenSpan;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.activity.FirstBytes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The HTTP connections to the connector. It's the JDK's client itself: Spring's client over it
 * starts a thread for the body of each request.
 *
 * <p>HTTP/1.1 because on plain http the JDK's client asks for an upgrade to HTTP/2, which a server
 * that waits for web sockets, as the Playground does, takes for its own. No redirects, because the
 * bearer token would go along.
 */
public final class ConnectorHttp {

  private final HttpClient client;
  private final Duration readTimeout;
  private final Traces traces;

  /**
   * @param readTimeout from the beginning of a call to the last byte of its answer
   */
  public ConnectorHttp(Duration connectTimeout, Duration readTimeout, Traces traces) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
    this.readTimeout = readTimeout;
    this.traces = traces;
  }

  /**
   * Makes one call and waits for its answer.
   *
   * @param json the body of the request, if it has one
   * @throws IOException if no answer came
   */
  HttpResponse<byte[]> call(
      HttpMethod method, URI uri, Optional<String> json, Optional<String> bearer)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(method.name(), json.map(ConnectorHttp::body).orElseGet(BodyPublishers::noBody))
            .header(HttpHeaders.USER_AGENT, "Holdfast");
    json.ifPresent(
        body -> request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE));
    bearer.ifPresent(token -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    try (OpenSpan span = traces.call("teams", method.name(), ConnectorRoute.of(uri))) {
      HttpResponse<byte[]> answer =
          answer(
              client.sendAsync(
                  request.build(), head -> new FirstBytes(ConnectorResponseParser.LONGEST)));
      span.answered(answer.statusCode());
      return answer;
    }
  }

  private static BodyPublisher body(String json) {
    return BodyPublishers.ofString(json);
  }

  private <T> T answer(CompletableFuture<T> coming) throws IOException {
    try {
      return coming.get(readTimeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new HttpTimeoutException("No answer within " + readTimeout);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The thread was interrupted while it waited for an answer");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }
}

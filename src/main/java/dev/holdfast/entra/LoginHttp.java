package dev.holdfast.entra;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries MSAL's requests, with limits in time and to one host. A request for a token starts
 * nothing, so one that stumbles is sent once more.
 *
 * @param read how long an answer may take
 * @param origin the only scheme, host and port that is called; empty where the platform below says
 *     where its managed identities are
 */
record LoginHttp(HttpClient client, Duration read, Optional<URI> origin) implements IHttpClient {

  record Answer(int statusCode, Map<String, List<String>> headers, String body)
      implements IHttpResponse {}

  /**
   * @param direct past any proxy, as the endpoint of managed identities must be called
   */
  static HttpClient connections(Duration connect, boolean direct) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect);
    return direct ? builder.proxy(HttpClient.Builder.NO_PROXY).build() : builder.build();
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws IOException {
    java.net.http.HttpRequest outgoing = outgoing(request);
    try {
      IHttpResponse answer = once(outgoing);
      if (answer.statusCode() < 500) {
        return throttled(answer);
      }
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return troubled(once(outgoing)); // most likely a kept connection had died
    }
    return troubled(once(outgoing));
  }

  private java.net.http.HttpRequest outgoing(HttpRequest request) throws IOException {
    java.net.http.HttpRequest.Builder outgoing =
        java.net.http.HttpRequest.newBuilder(address(URI.create(request.url().toString())))
            .timeout(read);
    request.headers().forEach(outgoing::setHeader);
    String body = request.body();
    return outgoing
        .method(
            request.httpMethod().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  /** MSAL speaks https only; the origin of a test may be plain. */
  private URI address(URI asked) throws IOException {
    if (origin.isEmpty()) {
      return asked;
    }
    URI only = origin.get();
    if (!asked.getHost().equalsIgnoreCase(only.getHost()) || asked.getPort() != only.getPort()) {
      throw new IOException(asked.getHost() + " is not the host that gives out tokens");
    }
    return only.resolve(asked.getRawPath());
  }

  private IHttpResponse once(java.net.http.HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static IHttpResponse troubled(IHttpResponse answer) throws IOException {
    if (answer.statusCode() >= 500) {
      throw new BusyException(answer);
    }
    return throttled(answer);
  }

  private static IHttpResponse throttled(IHttpResponse answer) throws IOException {
    if (answer.statusCode() == 429) {
      throw new BusyException(answer);
    }
    return answer;
  }
}

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
record MsalHttpClient(HttpClient client, Duration read, Optional<URI> origin)
    implements IHttpClient {

  private static final int TOO_MANY = 429;

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
    Optional<IHttpResponse> first = first(outgoing);
    IHttpResponse answer = first.isPresent() ? first.get() : once(outgoing);
    if (answer.statusCode() == TOO_MANY || answer.statusCode() >= 500) {
      throw new TokenServiceBusyException(answer);
    }
    return answer;
  }

  /** Empty after a stumble, such as a kept connection that had died. */
  private Optional<IHttpResponse> first(java.net.http.HttpRequest request) throws IOException {
    try {
      return Optional.of(once(request)).filter(answer -> answer.statusCode() < 500);
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private java.net.http.HttpRequest outgoing(HttpRequest request) {
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

  /**
   * MSAL would call an alias of some hosts that it knows, such as login.partner.microsoftonline.cn
   * for China, and speaks https only. What is configured is what is called.
   */
  private URI address(URI asked) {
    return origin.map(only -> only.resolve(asked.getRawPath())).orElse(asked);
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
}

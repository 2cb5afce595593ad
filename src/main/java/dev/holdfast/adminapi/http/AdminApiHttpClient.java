package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi.CallGuard;
import dev.holdfast.adminapi.AdminApi.OutgoingCall;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * The calls themselves. Reads are repeated a little, orders never; tokens go to allowed hosts only.
 */
public final class AdminApiHttpClient {

  private static final String FORMATTED_VALUES =
      "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"";

  private static final Logger log = LoggerFactory.getLogger(AdminApiHttpClient.class);

  private static final int UNAUTHORIZED = 401;

  private final RestClient client;
  private final AccessTokenProvider tokens;
  private final AllowedHosts hosts;
  private final ReadRetryPolicy retry;
  private final HttpReplies replies;
  private final CallGuard guard;

  AdminApiHttpClient(
      RestClient client,
      AccessTokenProvider tokens,
      AllowedHosts hosts,
      ReadRetryPolicy retry,
      HttpReplies replies) {
    this(client, tokens, hosts, retry, replies, () -> {});
  }

  private AdminApiHttpClient(
      RestClient client,
      AccessTokenProvider tokens,
      AllowedHosts hosts,
      ReadRetryPolicy retry,
      HttpReplies replies,
      CallGuard guard) {
    this.client = client;
    this.tokens = tokens;
    this.hosts = hosts;
    this.retry = retry;
    this.replies = replies;
    this.guard = guard;
  }

  /** The same client, whose orders ask the guard right before they are sent. */
  public AdminApiHttpClient guardedBy(CallGuard next) {
    return new AdminApiHttpClient(client, tokens, hosts, retry, replies, next);
  }

  /** See {@link AccessTokenProvider#callerIds}. */
  public Set<String> callerIds(URI audience) {
    return tokens.callerIds(audience);
  }

  public boolean trusts(URI address) {
    return hosts.allow(address);
  }

  /** Whatever the service answers, after the retries of {@link ReadRetryPolicy}. */
  public HttpReply read(HttpCall call, URI audience) {
    return read(call, audience, retry);
  }

  /**
   * A read that somebody repeats on a schedule anyway, so that it waits for little: a service in
   * trouble must not keep the threads that chat is answered on.
   */
  public HttpReply look(HttpCall call, URI audience) {
    return read(call, audience, retry.brief());
  }

  private HttpReply read(HttpCall call, URI audience, ReadRetryPolicy patience) {
    refuseStrangers(call);
    try {
      return patience.run(call, () -> readOnce(call, audience));
    } catch (IOException e) {
      throw HttpErrorMapper.cut(call, e);
    }
  }

  /** Once, or once more with a fresh token where the old one was not taken (facts 1.8). */
  private HttpReply readOnce(HttpCall call, URI audience) throws IOException {
    String bearer = token(call, audience);
    HttpReply reply = send(call, bearer, new byte[0]);
    if (reply.status() != UNAUTHORIZED) {
      return reply;
    }
    tokens.refused(audience, bearer);
    String fresh = token(call, audience);
    return fresh.equals(bearer) ? reply : send(call, fresh, new byte[0]);
  }

  /** One POST or PATCH, sent once. Returns only an answer of success. */
  public HttpReply order(HttpCall call, URI audience, Object body) {
    return successful(call, once(call, audience, body));
  }

  /** One DELETE, sent once. Returns only an answer of success. */
  public HttpReply order(HttpCall call, URI audience) {
    return successful(call, once(call, audience, new byte[0]));
  }

  private static HttpReply successful(HttpCall call, HttpReply reply) {
    if (!reply.successful()) {
      throw HttpErrorMapper.answered(call, reply);
    }
    return reply;
  }

  /** One POST or PATCH, sent once. Whatever the service answers. */
  public HttpReply once(HttpCall call, URI audience, Object body) {
    return once(call, audience, JsonFields.MAPPER.writeValueAsBytes(body));
  }

  private HttpReply once(HttpCall call, URI audience, byte[] bytes) {
    refuseStrangers(call);
    String bearer = token(call, audience);
    if (call.order()) {
      guard.check(outgoing(call, bytes));
    }
    try {
      HttpReply reply = send(call, bearer, bytes);
      if (reply.status() == UNAUTHORIZED) {
        tokens.refused(audience, bearer);
      }
      return reply;
    } catch (IOException e) {
      throw HttpErrorMapper.cut(call, e);
    }
  }

  private static OutgoingCall outgoing(HttpCall call, byte[] body) {
    String query = call.address().getRawQuery();
    return new OutgoingCall(
        call.method().name(),
        call.address().getRawPath() + (query == null ? "" : "?" + query),
        new String(body, StandardCharsets.UTF_8));
  }

  private void refuseStrangers(HttpCall call) {
    if (!trusts(call.address())) {
      throw new AdminApiException(
          Kind.GARBLED,
          "Power Platform pointed to %s to %s, which is not a host that Holdfast may send its token to."
              .formatted(call.address().getHost(), call.what()),
          AdminApiException.Answer.NONE);
    }
  }

  private HttpReply send(HttpCall call, String bearer, byte[] body) throws IOException {
    RestClient.RequestBodySpec request =
        client
            .method(call.method())
            .uri(call.address())
            .accept(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + bearer);
    if (call.annotated()) {
      request.header("Prefer", FORMATTED_VALUES);
    }
    if (body.length > 0) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    try {
      HttpReply reply = request.exchange((sent, response) -> receive(call, response));
      log.atLevel(call.order() ? Level.INFO : Level.DEBUG)
          .log(
              "{} {}: {}, correlation id {}",
              call.method(),
              call.address(),
              reply.status(),
              reply.correlationId().orElse("none"));
      return reply;
    } catch (RehearsalGate.RefusedException e) { // before anything left
      throw new AdminApiException(
          Kind.REHEARSAL,
          "Rehearsal is on, so Holdfast didn't ask Power Platform to %s.".formatted(call.what()),
          e);
    } catch (ResourceAccessException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    } catch (RuntimeException e) { // whatever it is, it may have happened after the order left
      throw new IOException(e);
    }
  }

  /** Without a token nothing is sent, so an order that fails here certainly never left. */
  private String token(HttpCall call, URI audience) {
    try {
      return tokens.bearer(audience);
    } catch (AdminApiException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new AdminApiException(
          Kind.UNAUTHORIZED,
          "Holdfast got no token to %s. Nothing was sent; the operator must check its credential."
              .formatted(call.what()),
          e);
    }
  }

  /**
   * An order whose status arrived is settled, even when the connection breaks within the body: what
   * matters is in the headers.
   */
  private HttpReply receive(
      HttpCall call, RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse in)
      throws IOException {
    int status = in.getStatusCode().value();
    byte[] body;
    try {
      body = in.getBody().readAllBytes();
    } catch (IOException e) {
      if (!call.order()) {
        throw e;
      }
      log.warn("Only the head of the answer {} arrived when asked to {}", status, call.what(), e);
      body = new byte[0];
    }
    return replies.of(call, status, in.getHeaders(), body);
  }
}

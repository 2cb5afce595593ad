package dev.holdfast.entra;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Keeps what would go out to Entra ID, for hosts that no test can reach. */
public final class RecordedLogin {

  private final List<URI> addresses = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  /** Tokens whose value is {@code granted}. */
  public EntraTokenProvider tokens(ApplicationIdentity identity) {
    try {
      HttpClient client = mock(HttpClient.class);
      when(client.<String>send(any(), any())).thenAnswer(call -> answer(call.getArgument(0)));
      MsalHttpClient http =
          new MsalHttpClient(client, Duration.ofSeconds(1), Optional.of(identity.loginUrl()));
      return new EntraTokenProvider(identity, http, Clock.systemUTC(), Runnable::run);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<URI> addresses() {
    return addresses;
  }

  /** The last scope that was asked for, without those that MSAL adds by itself. */
  public String scope() {
    return Login.scope(bodies.get(bodies.size() - 1));
  }

  private HttpResponse<String> answer(HttpRequest request) {
    addresses.add(request.uri());
    bodies.add(body(request));
    @SuppressWarnings("unchecked")
    HttpResponse<String> response = mock(HttpResponse.class);
    when(response.statusCode()).thenReturn(200);
    when(response.headers()).thenReturn(HttpHeaders.of(Map.of(), (name, value) -> true));
    when(response.body())
        .thenReturn("{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"granted\"}");
    return response;
  }

  private static String body(HttpRequest request) {
    StringBuilder text = new StringBuilder();
    request
        .bodyPublisher()
        .orElseThrow()
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(ByteBuffer part) {
                text.append(StandardCharsets.UTF_8.decode(part));
              }

              @Override
              public void onError(Throwable failure) {
                throw new IllegalStateException(failure);
              }

              @Override
              public void onComplete() {}
            });
    return text.toString();
  }
}

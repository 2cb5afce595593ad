package dev.holdfast.entra;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Bearer tokens of one application. They are shared by all threads and renewed behind the callers'
 * backs from five minutes before their end; a caller fails only when nothing valid is left.
 */
public final class EntraTokenProvider {

  private final Map<String, CachedToken> slots = new ConcurrentHashMap<>();
  private final TokenRequest request;
  private final RecentFailureCache troubles;
  private final Clock clock;
  private final Executor background;

  EntraTokenProvider(
      ApplicationIdentity identity, MsalHttpClient http, Clock clock, Executor background) {
    this(new TokenRequest(identity, http, clock), clock, background);
  }

  EntraTokenProvider(TokenRequest request, Clock clock, Executor background) {
    this.request = request;
    this.troubles = new RecentFailureCache(clock, this::readable);
    this.clock = clock;
    this.background = background;
    request.material();
  }

  /**
   * @param connect how long a connection may take to stand
   * @param read how long an answer may take
   * @throws CredentialException when the credential's files cannot be read or make no sense
   */
  public static EntraTokenProvider open(
      ApplicationIdentity identity, Duration connect, Duration read, Clock clock) {
    Optional<TokenRequest> voucher =
        Optional.of(identity)
            .filter(ApplicationIdentity::isFederated)
            .map(ApplicationIdentity::machine)
            .map(machine -> request(machine, connect, read, clock, Optional.empty()));
    return new EntraTokenProvider(
        request(identity, connect, read, clock, voucher),
        clock,
        Executors.newCachedThreadPool(EntraTokenProvider::thread));
  }

  private static TokenRequest request(
      ApplicationIdentity identity,
      Duration connect,
      Duration read,
      Clock clock,
      Optional<TokenRequest> voucher) {
    boolean ofTheMachine = identity.isOfTheMachine();
    HttpClient client = MsalHttpClient.connections(connect, ofTheMachine);
    Optional<URI> origin = Optional.of(identity.loginUrl()).filter(url -> !ofTheMachine);
    return new TokenRequest(identity, new MsalHttpClient(client, read, origin), clock, voucher);
  }

  /** What is wrong with a credential, as far as it shows without asking for a token. */
  public static Optional<CredentialException> problem(ApplicationIdentity identity) {
    try {
      new MsalCredentialFactory(identity).material();
      return Optional.empty();
    } catch (CredentialException e) {
      return Optional.of(e);
    }
  }

  /**
   * A bearer token that is good for at least the next minute.
   *
   * @param audience the resource as it names itself, such as {@code https://service.powerapps.com/}
   * @throws EntraException when there is none to be had
   */
  public String bearer(String audience) {
    CachedToken slot = slot(audience);
    return slot.bearer(() -> background.execute(slot::renew));
  }

  /** The service did not take this token: it is not handed out again. */
  public void refused(String audience, String bearer) {
    slot(audience).refused(bearer);
  }

  /**
   * Has somebody told of each time that no token was to be had.
   *
   * @param settings where the application is configured
   */
  public EntraTokenProvider telling(TokenFailureListener listener, String settings) {
    troubles.tell(failure -> listener.failed(settings, failure.mender()));
    return this;
  }

  private CachedToken slot(String audience) {
    return slots.computeIfAbsent(audience, name -> new CachedToken(name, request, troubles, clock));
  }

  private Optional<CredentialMaterial> readable() {
    try {
      return Optional.of(request.material());
    } catch (CredentialException e) {
      return Optional.empty();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "entra-tokens");
    thread.setDaemon(true);
    return thread;
  }
}

package dev.holdfast.api.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import dev.holdfast.api.ApiProperties;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** The keys with which Microsoft Entra ID signs the tokens of one tenant. */
final class EntraKeys implements JWKSetSource<SecurityContext> {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration RENEWED = Duration.ofHours(12);
  private static final Duration WAIT = Duration.ofSeconds(5);

  /** An unknown key makes Holdfast read again, and anybody can invent one. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private static final int LONGEST = 1 << 20;

  /**
   * Callers that may ask for keys at once; more would take the web server's threads from the bot.
   */
  private static final int MOST_WAITING = 50;

  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final URI address;

  private EntraKeys(URI address) {
    this.address = address;
  }

  static ApiKeys of(ApiProperties settings) {
    String authority = settings.authority().toString().replaceAll("/+$", "");
    String tenant = settings.tenantId();
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(new EntraKeys(address(settings)))
            .cache(RENEWED.toMillis(), WAIT.toMillis())
            .rateLimited(PAUSE.toMillis())
            .retrying(true)
            .build();
    return new ApiKeys(
        new FewWaiting(keys, new Semaphore(MOST_WAITING)),
        Set.of(authority + "/" + tenant + "/v2.0", firstVersion(authority, tenant)));
  }

  /** Where the keys of the tenant are published. */
  static URI address(ApiProperties settings) {
    String authority = settings.authority().toString().replaceAll("/+$", "");
    return URI.create(authority + "/" + settings.tenantId() + "/discovery/v2.0/keys");
  }

  /**
   * Reads them once, and says how many can sign tokens.
   *
   * @throws IOException when they can't be read
   */
  static int usable(URI address) throws IOException {
    try {
      return (int)
          JWKSet.parse(new EntraKeys(address).read()).getKeys().stream()
              .filter(key -> key.getKeyType() == KeyType.RSA)
              .filter(key -> key.getKeyUse() != KeyUse.ENCRYPTION)
              .count();
    } catch (ParseException e) {
      throw new IOException(address + " has no keys", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Refuses to wait where too many do already, as while the keys can't be read. */
  private record FewWaiting(JWKSource<SecurityContext> keys, Semaphore places)
      implements JWKSource<SecurityContext> {

    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
      if (!places.tryAcquire()) {
        throw new KeySourceException("Too many callers wait for the keys already");
      }
      try {
        return keys.get(wanted, context);
      } finally {
        places.release();
      }
    }
  }

  /** Tokens of the first version have an issuer that isn't the authority. */
  private static String firstVersion(String authority, String tenant) {
    return authority.endsWith(".chinacloudapi.cn")
            || authority.endsWith(".partner.microsoftonline.cn")
        ? "https://sts.chinacloudapi.cn/" + tenant + "/"
        : "https://sts.windows.net/" + tenant + "/";
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
      throws JWKSetRetrievalException, JWKSetParseException {
    try {
      return JWKSet.parse(read());
    } catch (IOException e) {
      throw new JWKSetRetrievalException(address + " can't be read", e);
    } catch (ParseException e) {
      throw new JWKSetParseException(address + " has no keys", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JWKSetRetrievalException("Interrupted", e);
    }
  }

  private String read() throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(
            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException(address + " answers " + answer.statusCode());
      }
      return new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    // The client has nothing that outlives it.
  }
}

package dev.holdfast.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Publishes keys and signs tokens, as the Bot Framework of a cloud does. */
public final class FakeBotFramework implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<Integer, RSAKey> KEYS = new ConcurrentHashMap<>();
  private static final AtomicInteger GIVEN = new AtomicInteger();

  private final HttpServer server;
  private final Map<String, Map<String, Object>> published = new LinkedHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean down;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  public FakeBotFramework() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/metadata", http -> answer(http, Map.of("jwks_uri", base() + "/keys")));
    server.createContext(
        "/keys",
        http -> {
          reads.incrementAndGet();
          answer(http, Map.of("keys", List.copyOf(published.values())));
        });
    server.start();
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public URI metadata() {
    return URI.create(base() + "/metadata");
  }

  /** How often the keys were read. */
  public int reads() {
    return reads.get();
  }

  /** Answers 503 from now on, or no longer. */
  public void down(boolean value) {
    down = value;
  }

  /**
   * A key that this framework has not published yet. A new one takes a second to make, so that
   * tests share them: four in a row differ.
   */
  public static RSAKey key(String id) {
    RSAKey one = KEYS.computeIfAbsent(GIVEN.getAndIncrement() % 4, unseen -> make());
    return new RSAKey.Builder(one).keyID(id).build();
  }

  private static RSAKey make() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Publishes the public half with the channels that it stands for. */
  public FakeBotFramework publishes(RSAKey key, String... endorsements) {
    Map<String, Object> json = new LinkedHashMap<>(key.toPublicJWK().toJSONObject());
    json.put("endorsements", List.of(endorsements));
    published.put(key.getKeyID(), json);
    return this;
  }

  /** Publishes whatever this is under the name of a key. */
  public FakeBotFramework publishes(String id, Map<String, Object> json) {
    published.put(id, json);
    return this;
  }

  /** Lets nobody read before the latch is open. */
  public FakeBotFramework holdsBackUntil(CountDownLatch open) {
    gate = open;
    return this;
  }

  /** The claims of a token that is good for the next hour. */
  public static JWTClaimsSet.Builder claims(String issuer, String audience, String serviceUrl) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(audience)
        .notBeforeTime(Date.from(now.minusSeconds(60)))
        .expirationTime(Date.from(now.plusSeconds(3600)))
        .claim("serviceurl", serviceUrl);
  }

  /** A token with RS256. */
  public static String token(RSAKey key, JWTClaimsSet claims) {
    return token(key, JWSAlgorithm.RS256, claims);
  }

  public static String token(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange http, Map<String, ?> json) throws IOException {
    try (http) {
      gate.await();
      byte[] body = JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
      http.sendResponseHeaders(down ? 503 : 200, body.length);
      http.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

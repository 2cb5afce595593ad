package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A login server of one's own, over TLS as in earnest: nobody else is asked whether it is one. */
@Tag("process")
class TlsLoginTest {

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpsServer server;
  private SSLContext trusting;

  @BeforeEach
  void start() throws Exception {
    KeyStore store = new Certificates(folder, "RSA").store();
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, Certificates.PASSWORD.toCharArray());
    SSLContext own = SSLContext.getInstance("TLS");
    own.init(keys.getKeyManagers(), null, null);
    trusting = trusting(store);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(own));
    server.createContext(
        "/",
        http -> {
          asked.add(http.getRequestMethod() + " " + http.getRequestURI());
          byte[] body =
              "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"over-tls\"}"
                  .getBytes(StandardCharsets.UTF_8);
          http.sendResponseHeaders(200, body.length);
          http.getResponseBody().write(body);
          http.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void givesATokenInOneRequestWithoutInstanceDiscovery() {
    assertThat(tokens(HttpClient.newBuilder().sslContext(trusting).build()).bearer("https://x"))
        .isEqualTo("over-tls");
    assertThat(asked).containsExactly("POST " + Login.TOKEN_PATH);
  }

  @Test
  void isNotTakenWithACertificateThatNobodyTrusts() {
    EntraTokenProvider tokens = tokens(HttpClient.newHttpClient());
    assertThatThrownBy(() -> tokens.bearer("https://x"))
        .isInstanceOf(EntraException.class)
        .hasMessageContaining("could not be reached");
    assertThat(asked).isEmpty();
  }

  private EntraTokenProvider tokens(HttpClient client) {
    URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    MsalHttpClient http = new MsalHttpClient(client, Duration.ofSeconds(10), Optional.of(url));
    return new EntraTokenProvider(
        Login.identity(url, Login.secret()), http, Clock.systemUTC(), Runnable::run);
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("login", store.getCertificate("holdfast"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}

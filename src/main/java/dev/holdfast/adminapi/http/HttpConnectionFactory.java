package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AdminApiProperties.Timeouts;
import java.net.http.HttpClient;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/**
 * The connections to the admin API, such that a POST leaves this process once at most.
 *
 * <p>Three things in HTTP clients send a POST again behind the caller's back, and a restore that is
 * ordered twice may overwrite an environment that people already work in:
 *
 * <ul>
 *   <li>A redirect: {@code NEVER} is the JDK's default and is said here all the same.
 *   <li>A connection that breaks before the answer. {@code HttpURLConnection} repeats a POST then
 *       ({@code sun.net.http.retryPost}), which is why Spring's simple factory is not used. The
 *       JDK's {@code HttpClient} repeats only GET and HEAD, and a connection that never stood
 *       (which carried nothing) — unless {@code jdk.httpclient.enableAllMethodRetry} is set. That
 *       property is read once for the whole JVM, so we refuse to start with it.
 *   <li>HTTP/2: streams that a server turned away while shutting down are sent anew by newer JDKs.
 *       HTTP/1.1 has no such thing, and a few calls a minute gain nothing from HTTP/2.
 * </ul>
 *
 * <p>No authenticator is set: with one, a 401 would be answered with the same request again.
 */
final class HttpConnectionFactory {

  private static final String REPEATS_POSTS = "jdk.httpclient.enableAllMethodRetry";

  private HttpConnectionFactory() {}

  static ClientHttpRequestFactory open(Timeouts timeouts) {
    refuseRepeatedPosts(System.getProperty(REPEATS_POSTS, "false"));
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeouts.connect())
            .build();
    JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(timeouts.read());
    return factory;
  }

  /** Set without a value it means true. */
  static void refuseRepeatedPosts(String setting) {
    if (setting.isEmpty() || Boolean.parseBoolean(setting)) {
      throw new IllegalStateException(
          "The system property %s is on. With it a restore could be ordered twice; start Holdfast without it."
              .formatted(REPEATS_POSTS));
    }
  }
}

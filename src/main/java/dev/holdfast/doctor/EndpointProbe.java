package dev.holdfast.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Knocks at an address without a token: name, connection, certificate, and that somebody answers.
 * What the answer is makes no difference, as long as it is no proxy's.
 */
@Component
public final class EndpointProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PROXY_WANTS_A_PASSWORD = 407;

  private final HttpClient http;
  private final Duration patience;

  @Autowired
  public EndpointProbe() {
    this(PATIENCE);
  }

  /**
   * @param patience for the connection, and then for the answer
   */
  EndpointProbe(Duration patience) {
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /**
   * An answer.
   *
   * @param date what the other side's clock says, to the second
   */
  public record Answer(int status, Duration took, Optional<Instant> date) {}

  /**
   * The verdict on an address.
   *
   * @param setting the setting that the address comes from
   */
  public CheckResult verdict(URI address, String setting) {
    try {
      Answer answer = knock(address);
      return answer.status() == PROXY_WANTS_A_PASSWORD
          ? CheckResult.broken(
              "A proxy in front of %s asks for a password.".formatted(address.getHost()),
              Remedy.of("Let %s pass the proxy without one.".formatted(address.getHost())))
          : CheckResult.ok("%s answers in %d ms.".formatted(address, answer.took().toMillis()));
    } catch (IOException e) {
      return unreachable(address, setting, e);
    }
  }

  /**
   * @throws IOException when nobody answers
   */
  public Answer knock(URI address) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("User-Agent", "Holdfast")
            .GET()
            .build();
    long began = System.nanoTime();
    try {
      HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      return new Answer(response.statusCode(), took, date(response));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpTimeoutException("interrupted");
    }
  }

  private static Optional<Instant> date(HttpResponse<?> response) {
    try {
      return response
          .headers()
          .firstValue("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static CheckResult unreachable(URI address, String setting, IOException e) {
    String host = address.getHost();
    if (caused(e, UnresolvedAddressException.class)) {
      return CheckResult.broken(
          "There is no host %s.".formatted(host),
          Remedy.of(
              "Correct %s, or the name server of this machine:".formatted(setting),
              "nslookup " + host));
    }
    if (caused(e, SSLException.class)) {
      return CheckResult.broken(
          "The certificate of %s is not trusted (%s).".formatted(host, words(e)),
          Remedy.of(
              "If a proxy here opens encrypted connections, tell Java its certificate:",
              "keytool -importcert -cacerts -alias proxy -file proxy.pem"));
    }
    if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      return CheckResult.broken(
          "%s takes no connection.".formatted(address),
          Remedy.of(
              "Let this machine through to it, or correct %s. To see for yourself:"
                  .formatted(setting),
              "curl -v " + address));
    }
    return CheckResult.broken(
        "%s took the connection and gave no answer (%s).".formatted(address, words(e)),
        Remedy.of("Look at it from this machine:", "curl -v " + address));
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String words(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}

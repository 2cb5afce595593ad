package dev.holdfast.ticket.client;

import dev.holdfast.ticket.TicketKind;
import dev.holdfast.ticket.TicketProperties;
import dev.holdfast.ticket.TicketProperties.Credential;
import dev.holdfast.ticket.TicketSystemException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The header by which Holdfast signs in to the ticket system. A secret in a file is read anew. */
final class TicketSignIn {

  /** Before a token ends, another is taken. */
  private static final long MARGIN = 60;

  private static final long SHORT_LIVED = 300;

  private final TicketProperties properties;
  private final BiFunction<URI, String, JsonNode> tokens;
  private volatile @Nullable Token token;

  /**
   * @param tokens posts a form to where OAuth's tokens are
   */
  TicketSignIn(TicketProperties properties, BiFunction<URI, String, JsonNode> tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  /**
   * @param secret with which it was taken
   * @param endsAt by {@link System#nanoTime}
   */
  private record Token(String text, String secret, long endsAt) {}

  /** Empty where it calls without a credential. */
  Optional<String> header() {
    Credential credential = properties.credential();
    Optional<String> secret = secret(credential);
    if (credential.user().isPresent()) {
      String both = credential.user().get() + ":" + secret.orElse("");
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }
    return secret
        .map(known -> credential.clientId().map(id -> token(id, known)).orElse(known))
        .map("Bearer "::concat);
  }

  /** Whether another token may be accepted where one was refused. */
  boolean renews() {
    token = null;
    return properties.credential().clientId().isPresent();
  }

  private String token(String clientId, String secret) {
    Token known = token;
    if (known == null || !known.secret().equals(secret) || known.endsAt() - System.nanoTime() < 0) {
      known = taken(clientId, secret);
      token = known;
    }
    return known.text();
  }

  private Token taken(String clientId, String secret) {
    JsonNode answer =
        tokens.apply(
            tokenUrl(),
            "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(encoded(clientId), encoded(secret)));
    String text = answer.path("access_token").asString("");
    if (text.isEmpty()) {
      throw TicketSystemException.of("ticket.reason.noToken");
    }
    long seconds = Math.max(answer.path("expires_in").asLong(SHORT_LIVED) - MARGIN, 1);
    return new Token(text, secret, System.nanoTime() + seconds * 1_000_000_000L);
  }

  private URI tokenUrl() {
    return properties
        .credential()
        .tokenUrl()
        .or(
            () ->
                properties
                    .url()
                    .filter(url -> properties.kind().equals(Optional.of(TicketKind.SERVICENOW)))
                    .map(url -> url.resolve("/oauth_token.do")))
        .orElseThrow(() -> TicketSystemException.of("ticket.reason.noToken"));
  }

  private static Optional<String> secret(Credential credential) {
    return credential.secretFile().map(TicketSignIn::read).or(credential::secret);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw TicketSystemException.of("ticket.reason.noSecret");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

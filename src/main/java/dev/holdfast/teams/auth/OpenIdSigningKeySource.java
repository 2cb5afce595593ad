package dev.holdfast.teams.auth;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the OpenID metadata document and the keys that it points to. Own code because the
 * libraries' readers drop the {@code endorsements} that the Bot Framework adds to each key.
 *
 * @param metadata the address of the document; https, or http on loopback
 */
record OpenIdSigningKeySource(RestClient http, URI metadata) implements SigningKeySource {

  private static final Logger log = LoggerFactory.getLogger(OpenIdSigningKeySource.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 1 << 20;

  @Override
  public PublishedKeys read() throws IOException {
    String address = get(metadata).path("jwks_uri").stringValue("");
    PublishedKeys keys = KeyReader.read(get(keysAt(address)).path("keys"));
    if (keys.ids().isEmpty()) {
      throw new IOException("there is no usable key at " + address + reasons(keys.rejected()));
    }
    return keys;
  }

  private static String reasons(List<RejectedKey> rejected) {
    return rejected.isEmpty()
        ? ""
        : rejected.stream().map(RejectedKey::toString).collect(Collectors.joining("; ", ": ", ""));
  }

  /** Whoever could point us elsewhere in the clear could sign what they like. */
  private URI keysAt(String address) throws IOException {
    try {
      URI keys = metadata.resolve(address);
      if (!address.isBlank() && String.valueOf(keys.getScheme()).equals(metadata.getScheme())) {
        return keys;
      }
    } catch (IllegalArgumentException e) {
      log.debug("Not an address: {}", address, e);
    }
    throw new IOException("the metadata at " + metadata + " name no usable jwks_uri");
  }

  private JsonNode get(URI address) throws IOException {
    try {
      byte[] body =
          http.get()
              .uri(address)
              .accept(MediaType.APPLICATION_JSON)
              .exchange((sent, answer) -> body(address, answer));
      return JSON.readTree(body);
    } catch (RestClientException | JacksonException e) {
      throw new IOException(address + " does not answer as it should: " + e.getMessage(), e);
    }
  }

  private static byte[] body(URI address, ClientHttpResponse answer) throws IOException {
    if (answer.getStatusCode().value() != 200) {
      throw new IOException(address + " answers " + answer.getStatusCode().value());
    }
    return answer.getBody().readNBytes(LONGEST);
  }
}

package dev.holdfast.adminapi.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an answer says that its operation can be followed. Only addresses that may be given a token
 * count (facts 1.5).
 *
 * @param base what an address without a host is completed with
 */
public record OperationLocationReader(AdminApiHttpClient http, URI base) {

  private static final Logger log = LoggerFactory.getLogger(OperationLocationReader.class);

  /** The first of these headers that names a trusted address. */
  public Optional<URI> in(HttpReply reply, List<String> headers) {
    return headers.stream()
        .map(reply::header)
        .flatMap(Optional::stream)
        .map(this::trusted)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * The address that the text is, whole or without a host; empty when it is none or a strange one.
   */
  public Optional<URI> trusted(String text) {
    try {
      URI address = base.resolve(URI.create(text.strip()));
      if (http.trusts(address)) {
        return Optional.of(address);
      }
    } catch (IllegalArgumentException e) {
      log.debug("Not an address: {}", text, e);
    }
    log.warn(
        "The service took an order and points to {}, which is not trusted; the operation must"
            + " be found among those of the environment",
        text);
    return Optional.empty();
  }
}

package dev.holdfast.audit.sink;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the audit log goes besides the database.
 *
 * @param sealChannel Teams' id of the channel or chat where its seal is posted daily; empty for
 *     none
 * @param sink where its rows are forwarded
 */
@ConfigurationProperties("holdfast.audit")
record AuditProperties(Optional<String> sealChannel, @DefaultValue Sink sink) {

  /**
   * A file or an endpoint.
   *
   * @param file rows are appended to it as lines of JSON
   * @param url rows are posted to it as lines of JSON; https, except on this machine
   * @param authorization the header of this name for the endpoint, such as {@code Bearer …}
   * @param lateAfter how long rows may wait before the doctor says so
   */
  record Sink(
      Optional<String> file,
      Optional<URI> url,
      Optional<String> authorization,
      @DefaultValue("15m") Duration lateAfter) {

    boolean isConfigured() {
      return file.isPresent() || url.isPresent();
    }

    /** A record would show the secret. */
    @Override
    public String toString() {
      return "Sink[file=%s, url=%s]".formatted(file, url);
    }
  }
}

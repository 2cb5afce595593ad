package dev.holdfast.webhook;

import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads the secrets of an endpoint, those in a file anew each time. */
final class SecretReader {

  /** The current one, the one before, and one to spare. */
  static final int MOST = 3;

  private static final int LONGEST_FILE = 4096;

  private SecretReader() {}

  /**
   * At least one.
   *
   * @throws IOException if there is none, or one can't be read; without what it is
   */
  static List<WebhookSecret> read(Endpoint endpoint) throws IOException {
    List<String> texts =
        endpoint.secretFile().isPresent() ? lines(endpoint.secretFile().get()) : endpoint.secrets();
    List<WebhookSecret> secrets =
        texts.stream().flatMap(text -> WebhookSecret.parse(text).stream()).toList();
    if (secrets.isEmpty() || secrets.size() != texts.size()) {
      throw new IOException("A secret isn't " + WebhookSecret.FORM + ".");
    }
    if (secrets.size() > MOST) {
      throw new IOException("There are more than " + MOST + " secrets.");
    }
    return secrets;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException | InvalidPathException e) {
      throw new IOException("The file with the secrets can't be read.", e);
    }
  }
}

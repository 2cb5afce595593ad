package dev.holdfast.teams.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directory of keys in memory. */
final class TestKeys implements SigningKeySource {

  private final Map<String, SigningKey> published = new LinkedHashMap<>();
  private boolean down;
  private int failures;
  private int reads;

  void publish(String id, RSAKey key) {
    try {
      published.put(id, SigningKey.of(key, Set.of("msteams")));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  void withdraw(String id) {
    published.remove(id);
  }

  void down(boolean value) {
    down = value;
  }

  /** The next readings that fail. */
  void fails(int times) {
    failures = times;
  }

  int reads() {
    return reads;
  }

  @Override
  public PublishedKeys read() throws IOException {
    reads++;
    if (down || failures-- > 0) {
      throw new IOException("the directory is down");
    }
    return new PublishedKeys(published, List.of());
  }
}

package dev.holdfast.teams.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads each published key on its own: one that can't be used doesn't hide the others. */
final class KeyReader {

  private static final int FEWEST_BITS = 2048;

  private final Map<String, SigningKey> keys = new LinkedHashMap<>();
  private final List<RejectedKey> rejected = new ArrayList<>();

  private KeyReader() {}

  /**
   * @param published the elements of {@code keys}
   */
  static PublishedKeys read(JsonNode published) {
    KeyReader reader = new KeyReader();
    int place = 0;
    for (JsonNode key : published) {
      place++;
      reader.add(key, place);
    }
    return new PublishedKeys(reader.keys, reader.rejected);
  }

  private void add(JsonNode json, int place) {
    String id = json.path("kid").stringValue("");
    if (id.isBlank()) {
      reject("Key " + place, "has no ID", false);
    } else if (!json.path("kty").stringValue("").equals("RSA")) {
      reject(id, "isn't an RSA key", true);
    } else if (keys.containsKey(id)) {
      reject(id, "has the same ID as another key", false);
    } else {
      addRsa(json, id);
    }
  }

  private void addRsa(JsonNode json, String id) {
    try {
      RSAKey key = RSAKey.parse(json.toString());
      if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
        reject(id, "isn't for signatures (use: %s)".formatted(key.getKeyUse().identifier()), true);
      } else if (key.size() < FEWEST_BITS) {
        reject(id, "has %d bits and needs at least %d".formatted(key.size(), FEWEST_BITS), false);
      } else {
        keys.put(id, SigningKey.of(key, endorsements(json)));
      }
    } catch (ParseException | JOSEException | RuntimeException e) {
      reject(id, "can't be read (%s)".formatted(e.getMessage()), false);
    }
  }

  private void reject(String id, String reason, boolean expected) {
    rejected.add(new RejectedKey(id, reason, expected));
  }

  private static Set<String> endorsements(JsonNode json) {
    Set<String> channels = new HashSet<>();
    json.path("endorsements").forEach(channel -> channels.add(channel.stringValue("")));
    return channels;
  }
}

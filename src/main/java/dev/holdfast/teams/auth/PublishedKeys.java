package dev.holdfast.teams.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that a cloud's Bot Framework published at one moment. A {@link JWKSet} that also keeps
 * the endorsements, which the library drops, and the keys that can't be used.
 */
public final class PublishedKeys extends JWKSet {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, SigningKey> byId;
  private final transient List<RejectedKey> rejected;

  PublishedKeys(Map<String, SigningKey> byId, List<RejectedKey> rejected) {
    super(byId.values().stream().<JWK>map(SigningKey::key).toList());
    this.byId = Map.copyOf(byId);
    this.rejected = List.copyOf(rejected);
  }

  Optional<SigningKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The IDs of the keys that Holdfast uses. */
  public Set<String> ids() {
    return byId.keySet();
  }

  /** How many of the keys that Holdfast uses may sign activities of this channel. */
  public long endorsedFor(String channel) {
    return byId.values().stream().filter(key -> key.endorsements().contains(channel)).count();
  }

  /** The published keys that Holdfast doesn't use. */
  public List<RejectedKey> rejected() {
    return rejected;
  }
}

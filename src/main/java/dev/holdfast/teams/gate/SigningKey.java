package dev.holdfast.teams.gate;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Set;

/**
 * A published key.
 *
 * @param endorsements the channels whose activities this key may sign, such as {@code msteams}
 */
record SigningKey(RSAKey key, Set<String> endorsements) {

  SigningKey {
    endorsements = Set.copyOf(endorsements);
  }
}

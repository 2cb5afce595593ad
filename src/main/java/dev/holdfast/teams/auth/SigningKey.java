package dev.holdfast.teams.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * A published key.
 *
 * @param endorsements the channels whose activities this key may sign, such as {@code msteams}
 * @param verifier the same key as Java checks signatures with it
 */
record SigningKey(RSAKey key, Set<String> endorsements, RSAPublicKey verifier) {

  SigningKey {
    endorsements = Set.copyOf(endorsements);
  }

  /**
   * @throws JOSEException when the key's numbers make no key
   */
  static SigningKey of(RSAKey key, Set<String> endorsements) throws JOSEException {
    return new SigningKey(key.toPublicJWK(), endorsements, key.toRSAPublicKey());
  }
}

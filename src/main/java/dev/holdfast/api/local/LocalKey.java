package dev.holdfast.api.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.springframework.util.function.SingletonSupplier;

/** The key of local tokens, made when it's first needed. A restart makes another one. */
final class LocalKey {

  static final String ISSUER = "urn:holdfast:local";

  private static final int BITS = 2048;

  private final SingletonSupplier<RSAKey> pair = SingletonSupplier.of(LocalKey::generate);

  RSAKey pair() {
    return pair.obtain();
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS).keyID("local").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}

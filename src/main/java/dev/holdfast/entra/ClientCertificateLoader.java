package dev.holdfast.entra;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * From the files of a certificate to what MSAL signs its assertions with.
 *
 * @param setting where the certificate is configured, for the person who must fix it
 */
record ClientCertificateLoader(String setting) {

  private static final String PEM = "-----BEGIN ";

  private record Pair(PrivateKey key, List<X509Certificate> chain) {}

  /**
   * @param material password, certificate and perhaps key, as {@link CredentialFileReader} reads
   *     them
   * @throws CredentialException when they cannot be read or do not belong together
   */
  IClientCredential load(CredentialMaterial material) {
    String password = material.part(0);
    Pair pair =
        material.part(1).contains(PEM)
            ? pem(material, password)
            : pkcs12(material.part(1), password);
    return ClientCredentialFactory.createFromCertificateChain(pair.key(), ownFirst(pair));
  }

  private Pair pem(CredentialMaterial material, String password) {
    String keyText = material.part(material.parts().size() - 1);
    try {
      PrivateKey key = PemContent.of(keyText).getPrivateKey(password);
      List<X509Certificate> chain = PemContent.of(material.part(1)).getCertificates();
      if (key != null && !chain.isEmpty()) {
        return new Pair(key, chain);
      }
    } catch (RuntimeException e) { // whatever the parser stumbles over, the file is no good
      throw wrong(
          "holds no certificate and private key that can be read, or the password is wrong");
    }
    throw wrong("holds no certificate, or no private key goes with it");
  }

  private Pair pkcs12(String bytes, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(
          new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)),
          password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
          return new Pair(key, chain(store.getCertificateChain(alias)));
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw wrong("is neither PEM nor a PKCS#12 file that its password opens");
    }
    throw wrong("holds no private key");
  }

  private static List<X509Certificate> chain(Certificate[] chain) {
    return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
  }

  /** Entra ID wants the application's own certificate before those of its issuers. */
  private List<X509Certificate> ownFirst(Pair pair) {
    if (!(pair.key() instanceof RSAPrivateKey key)) {
      throw wrong("has a key that is not RSA, which Microsoft Entra ID does not take");
    }
    List<X509Certificate> sorted = new ArrayList<>(pair.chain());
    sorted.sort((a, b) -> Boolean.compare(fits(key, b), fits(key, a)));
    if (!fits(key, sorted.get(0))) {
      throw wrong("has a private key that belongs to another certificate");
    }
    return sorted;
  }

  private static boolean fits(RSAPrivateKey key, X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey known
        && known.getModulus().equals(key.getModulus());
  }

  private CredentialException wrong(String what) {
    return new CredentialException(
        "the certificate of " + setting + " " + what,
        "Give "
            + setting
            + " a PKCS#12 file, or a PEM file with the certificate and its RSA key (the key may be"
            + " in "
            + setting
            + "-key), and the password where there is one. A key under a password must be PKCS#8"
            + " with AES: openssl pkcs8 -topk8 -v2 aes-256-cbc.");
  }
}

package dev.holdfast.entra;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;

/** Makes of a credential's files what MSAL proves the application's identity with. */
final class Proofs {

  private final Identity identity;
  private final CredentialFiles files;

  Proofs(Identity identity) {
    this.identity = identity;
    this.files = new CredentialFiles(identity.credential(), identity.settings());
  }

  /**
   * The files as they are now.
   *
   * @throws CredentialException when one of them cannot be read
   */
  Material read() {
    return files.read();
  }

  /**
   * The same, after checking that it makes a proof.
   *
   * @throws CredentialException when it doesn't
   */
  Material material() {
    Material material = read();
    if (!identity.credential().isOfTheMachine()) {
      of(material);
    }
    return material;
  }

  IClientCredential of(Material material) {
    return switch (identity.credential().kind()) {
      case CLIENT_SECRET, CLIENT_SECRET_FILE ->
          ClientCredentialFactory.createFromSecret(material.part(0));
      case CERTIFICATE -> new ClientCertificates(identity.setting()).load(material);
      case FEDERATED_TOKEN_FILE ->
          ClientCredentialFactory.createFromClientAssertion(material.part(0));
      case MANAGED_IDENTITY -> throw new IllegalStateException("It proves itself by where it is.");
    };
  }
}

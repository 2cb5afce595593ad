package dev.holdfast.entra;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;

/** Makes of a credential's files what MSAL proves the application's identity with. */
final class MsalCredentialFactory {

  private final ApplicationIdentity identity;
  private final CredentialFileReader files;

  MsalCredentialFactory(ApplicationIdentity identity) {
    this.identity = identity;
    this.files = new CredentialFileReader(identity.credential(), identity.settings());
  }

  /**
   * The files as they are now.
   *
   * @throws CredentialException when one of them cannot be read
   */
  CredentialMaterial read() {
    return files.read();
  }

  /**
   * The same, after checking that it makes a proof.
   *
   * @throws CredentialException when it doesn't
   */
  CredentialMaterial material() {
    CredentialMaterial material = read();
    if (!identity.credential().isOfTheMachine()) {
      of(material);
    }
    return material;
  }

  IClientCredential of(CredentialMaterial material) {
    return switch (identity.credential().kind()) {
      case CLIENT_SECRET, CLIENT_SECRET_FILE ->
          ClientCredentialFactory.createFromSecret(material.part(0));
      case CERTIFICATE -> new ClientCertificateLoader(identity.setting()).load(material);
      case FEDERATED_TOKEN_FILE, MANAGED_IDENTITY ->
          ClientCredentialFactory.createFromClientAssertion(material.part(0));
    };
  }
}

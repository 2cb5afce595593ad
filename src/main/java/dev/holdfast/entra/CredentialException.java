package dev.holdfast.entra;

/** A credential is missing or cannot be read: the operator must fix it. Carries no secret. */
public final class CredentialException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param what is wrong, a clause that follows a colon
   * @param remedy a sentence that says what the operator must do
   */
  public CredentialException(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }

  /**
   * Nothing is configured where only a real credential will do.
   *
   * @param client the setting that names the application
   */
  public static CredentialException missing(String settings, String client, String service) {
    return new CredentialException(
        "it has no credential for " + service,
        ("Set %1$s.tenant-id, %1$s.%2$s and one of %1$s.credential.client-secret-file,"
                + " %1$s.credential.client-secret, %1$s.credential.certificate and"
                + " %1$s.credential.federated-token-file; or only %1$s.credential.managed-identity."
                + " To try Holdfast without any, start it with the profile local.")
            .formatted(settings, client));
  }
}

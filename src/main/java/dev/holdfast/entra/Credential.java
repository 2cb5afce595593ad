package dev.holdfast.entra;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an application proves itself with to Microsoft Entra ID: exactly one kind of it. Files are
 * read anew for each token, so what is rotated in them needs no restart. A setting that is blank
 * counts as not set.
 *
 * @param clientSecret the value of a client secret (not its id)
 * @param clientSecretFile a file with that value
 * @param certificate a PKCS#12 file, or a PEM file with the certificate and, where {@code
 *     certificateKey} is not set, its private key
 * @param certificateKey a PEM file with the private key
 * @param certificatePassword opens the PKCS#12 file or an encrypted private key
 * @param certificatePasswordFile a file with that password
 * @param managedIdentity {@code system}, or the client id of a user-assigned identity. If the
 *     application has another client id, the identity's token is its proof
 * @param federatedTokenFile a file with a token of another identity provider, which Entra ID trusts
 */
@ExactlyOneCredential
public record Credential(
    @Nullable String clientSecret,
    @Nullable Path clientSecretFile,
    @Nullable Path certificate,
    @Nullable Path certificateKey,
    @Nullable String certificatePassword,
    @Nullable Path certificatePasswordFile,
    @Nullable String managedIdentity,
    @Nullable Path federatedTokenFile) {

  /** Ids of tenants and applications. */
  public static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  static final String SYSTEM = "system";

  public Credential {
    clientSecret = set(clientSecret);
    clientSecretFile = set(clientSecretFile);
    certificate = set(certificate);
    certificateKey = set(certificateKey);
    certificatePassword = set(certificatePassword);
    certificatePasswordFile = set(certificatePasswordFile);
    managedIdentity = set(managedIdentity);
    federatedTokenFile = set(federatedTokenFile);
  }

  /** The ways to prove oneself, named after their settings. */
  enum Kind {
    CLIENT_SECRET,
    CLIENT_SECRET_FILE,
    CERTIFICATE,
    MANAGED_IDENTITY,
    FEDERATED_TOKEN_FILE;

    String setting() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Empty where every setting is blank, as in an environment with empty variables. */
  public static Optional<Credential> given(@Nullable Credential credential) {
    return Optional.ofNullable(credential).filter(given -> !given.blank());
  }

  /** Whether the platform below gives out the tokens, or the proof for them. */
  public boolean isOfTheMachine() {
    return managedIdentity != null;
  }

  /**
   * Whether the machine's identity only vouches for the application, which is another one and
   * trusts it by a federated identity credential. A system-assigned identity never does.
   */
  public boolean vouchesFor(@Nullable String clientId) {
    return managedIdentity != null
        && !managedIdentity.equals(SYSTEM)
        && clientId != null
        && !clientId.isBlank()
        && !clientId.equalsIgnoreCase(managedIdentity);
  }

  /** Whether it needs tenant and client id beside it. */
  public boolean needsRegistration(@Nullable String clientId) {
    return !isOfTheMachine() || vouchesFor(clientId);
  }

  /** Whether it says how to prove it: what isn't so is a problem of its own. */
  public boolean isUsable() {
    return kinds().size() == 1;
  }

  /** Whether text is a GUID, as ids of tenants and applications are. */
  public static boolean isGuid(String text) {
    return text.matches(GUID);
  }

  Kind kind() {
    return kinds().get(0);
  }

  @AssertTrue(
      message =
          "certificate-key, certificate-password and certificate-password-file belong to"
              + " certificate, and of the two passwords only one can be set")
  boolean isCertificateWhole() {
    boolean extras =
        certificateKey != null || certificatePassword != null || certificatePasswordFile != null;
    return (certificate != null || !extras)
        && (certificatePassword == null || certificatePasswordFile == null);
  }

  @AssertTrue(
      message =
          "managed-identity must be \"system\" or the client id (a GUID) of a user-assigned"
              + " identity")
  boolean isManagedIdentityNamed() {
    return managedIdentity == null || managedIdentity.equals(SYSTEM) || isGuid(managedIdentity);
  }

  /** Those that are set; more or fewer than one is refused. */
  List<Kind> kinds() {
    return Arrays.stream(Kind.values()).filter(kind -> of(kind) != null).toList();
  }

  private @Nullable Object of(Kind kind) {
    return switch (kind) {
      case CLIENT_SECRET -> clientSecret;
      case CLIENT_SECRET_FILE -> clientSecretFile;
      case CERTIFICATE -> certificate;
      case MANAGED_IDENTITY -> managedIdentity;
      case FEDERATED_TOKEN_FILE -> federatedTokenFile;
    };
  }

  private boolean blank() {
    return kinds().isEmpty()
        && certificateKey == null
        && certificatePassword == null
        && certificatePasswordFile == null;
  }

  private static <T> @Nullable T set(@Nullable T value) {
    return Objects.toString(value, "").isBlank() ? null : value;
  }

  /** Names the kind, never a secret. */
  @Override
  public String toString() {
    return "Credential" + kinds();
  }
}

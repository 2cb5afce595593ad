package dev.holdfast.entra;

import dev.holdfast.entra.Credential.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a credential consists of, anew each time.
 *
 * @param settings where the credential is configured, for the person who must fix it
 */
record CredentialFileReader(Credential credential, String settings) {

  /** Far more than any key or token has. */
  private static final int LONGEST = 256 * 1024;

  /**
   * @throws CredentialException when a file is missing, unreadable or empty
   */
  CredentialMaterial read() {
    return switch (credential.kind()) {
      case CLIENT_SECRET ->
          new CredentialMaterial(List.of(String.valueOf(credential.clientSecret())));
      case CLIENT_SECRET_FILE -> line(Kind.CLIENT_SECRET_FILE, credential.clientSecretFile());
      case FEDERATED_TOKEN_FILE -> line(Kind.FEDERATED_TOKEN_FILE, credential.federatedTokenFile());
      case CERTIFICATE -> certificate();
      case MANAGED_IDENTITY -> new CredentialMaterial(List.of());
    };
  }

  /** Password, certificate and, where it has a file of its own, key. */
  private CredentialMaterial certificate() {
    List<String> parts = new ArrayList<>();
    parts.add(password());
    parts.add(bytes("certificate", credential.certificate()));
    if (credential.certificateKey() != null) {
      parts.add(bytes("certificate-key", credential.certificateKey()));
    }
    return new CredentialMaterial(List.copyOf(parts));
  }

  private String password() {
    if (credential.certificatePasswordFile() != null) {
      return text("certificate-password-file", credential.certificatePasswordFile());
    }
    String password = credential.certificatePassword();
    return password == null ? "" : password;
  }

  private CredentialMaterial line(Kind kind, @Nullable Path file) {
    return new CredentialMaterial(List.of(text(kind.setting(), file)));
  }

  private String text(String setting, @Nullable Path file) {
    return new String(
            bytes(setting, file).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .strip();
  }

  /** One character for each byte, because PKCS#12 is no text. */
  private String bytes(String setting, @Nullable Path file) {
    String name = settings + ".credential." + setting;
    try (InputStream in = Files.newInputStream(Objects.requireNonNull(file))) {
      String content = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      if (content.isBlank()) {
        throw new CredentialException(
            "the file " + file + " of " + name + " is empty",
            "Put into it what " + name + " is to hold.");
      }
      return content;
    } catch (IOException e) {
      throw new CredentialException(
          "the file " + file + " of " + name + " cannot be read",
          "Put the file there, readable for Holdfast, or correct " + name + ".");
    }
  }
}

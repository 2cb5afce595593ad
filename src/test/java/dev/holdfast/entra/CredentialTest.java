package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A credential that cannot work is refused before anything starts, with what to do about it. */
@Tag("process")
class CredentialTest {

  @TempDir private static Path folder;
  private static Certificates rsa;
  private static Certificates elliptic;

  private final Login login = new Login();

  @BeforeAll
  static void makeCertificates() {
    rsa = new Certificates(folder, "RSA");
    elliptic = new Certificates(folder, "EC");
  }

  @AfterEach
  void close() {
    login.close();
  }

  @Test
  void aMissingFile() {
    refused(
        Login.secretFile(folder.resolve("nowhere")),
        "of holdfast.admin-api.credential.client-secret-file cannot be read");
  }

  @Test
  void anEmptyFile() {
    refused(Login.federated(rsa.write("empty", "\n")), "federated-token-file is empty");
  }

  @Test
  void aWrongPassword() {
    refused(
        Login.certificate(rsa.pkcs12, null, "wrong"),
        "neither PEM nor a PKCS#12 file that its password opens");
    refused(
        Login.certificate(
            rsa.write("locked.pem", rsa.encryptedKeyPem() + rsa.certificatePem()), null, "wrong"),
        "or the password is wrong");
  }

  @Test
  void aCertificateWithoutItsKey() {
    refused(Login.certificate(rsa.write("alone.pem", rsa.certificatePem()), null, null), "key");
    refused(Login.certificate(rsa.write("key-alone.pem", rsa.keyPem()), null, null), "certificate");
  }

  @Test
  void theKeyOfAnotherCertificate() throws IOException {
    Certificates other = new Certificates(Files.createDirectory(folder.resolve("other")), "RSA");
    refused(
        Login.certificate(
            rsa.write("mixed.pem", other.keyPem() + rsa.certificatePem()), null, null),
        "belongs to another certificate");
  }

  @Test
  void aKeyThatIsNotRsa() {
    refused(Login.certificate(elliptic.pkcs12, null, Certificates.PASSWORD), "not RSA");
  }

  @Test
  void somethingElseAltogether() {
    refused(
        Login.certificate(rsa.write("text", "no certificate at all"), null, null), "neither PEM");
  }

  @Test
  void showsNothingOfItself() {
    assertThat(Login.secret()).hasToString("Credential[CLIENT_SECRET]");
    assertThat(login.with(Login.secret()).toString()).doesNotContain(Login.SECRET);
    assertThat(new CredentialFileReader(Login.secret(), "x").read().toString())
        .doesNotContain(Login.SECRET);
  }

  private void refused(Credential credential, String words) {
    assertThatThrownBy(() -> login.tokens(credential))
        .isInstanceOfSatisfying(
            CredentialException.class, e -> assertThat(e.remedy()).endsWith("."))
        .hasMessageContaining(words);
    assertThat(login.calls()).isZero();
  }
}

package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is rotated in a file is used without a restart. */
@Tag("process")
class RotationTest {

  @TempDir private Path folder;
  private final Login login = new Login();
  private final SettableClock clock = new SettableClock(Instant.now());
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("file"), "old-value");
  }

  @AfterEach
  void close() {
    login.close();
  }

  @Test
  void aRotatedSecretIsSentWithTheNextRequest() throws IOException {
    EntraTokenProvider tokens = tokens(Login.secretFile(file));
    login.gives("first").gives("second");
    tokens.bearer(Login.AUDIENCE);
    Files.writeString(file, "new-value");
    clock.advance(Duration.ofMinutes(90));

    assertThat(tokens.bearer(Login.AUDIENCE)).isEqualTo("second");
    assertThat(login.form(0)).containsEntry("client_secret", "old-value");
    assertThat(login.form(1)).containsEntry("client_secret", "new-value");
  }

  @Test
  void aMendedSecretEndsThePauseAfterAWrongOne() throws IOException {
    EntraTokenProvider tokens = tokens(Login.secretFile(file));
    login.refuses(7000222, "Expired.").gives("first");
    assertThatThrownBy(() -> tokens.bearer(Login.AUDIENCE)).isInstanceOf(EntraException.class);
    assertThatThrownBy(() -> tokens.bearer(Login.AUDIENCE)).isInstanceOf(EntraException.class);
    Files.writeString(file, "new-value");

    assertThat(tokens.bearer(Login.AUDIENCE)).isEqualTo("first");
    assertThat(login.calls()).isEqualTo(2);
  }

  @Test
  void aFileThatIsBackEndsThePauseAtOnce() throws IOException {
    EntraTokenProvider tokens = tokens(Login.secretFile(file));
    login.gives("first");
    Files.delete(file);
    assertThatThrownBy(() -> tokens.bearer(Login.AUDIENCE)).isInstanceOf(EntraException.class);
    write();

    assertThat(tokens.bearer(Login.AUDIENCE)).isEqualTo("first");
  }

  @Test
  void aFederatedTokenIsReadForEachRequest() throws IOException {
    EntraTokenProvider tokens = tokens(Login.federated(file));
    login.gives("first").gives("second");
    tokens.bearer(Login.AUDIENCE);
    Files.writeString(file, "new-value");
    tokens.bearer("https://contoso.crm.dynamics.com");

    assertThat(login.form(0)).containsEntry("client_assertion", "old-value");
    assertThat(login.form(1)).containsEntry("client_assertion", "new-value");
  }

  @Test
  void aRenewedCertificateSignsTheNextRequest() throws IOException {
    Certificates old = certificates("old");
    Certificates renewed = certificates("renewed");
    Files.writeString(file, old.keyPem() + old.certificatePem());
    EntraTokenProvider tokens = tokens(Login.certificate(file, null, null));
    login.gives("first").gives("second");
    tokens.bearer(Login.AUDIENCE);
    Files.writeString(file, renewed.keyPem() + renewed.certificatePem());
    tokens.bearer("https://contoso.crm.dynamics.com");

    assertThat(header(0)).isNotEqualTo(header(1));
  }

  private String header(int call) {
    return login.form(call).get("client_assertion").split("\\.")[0];
  }

  private Certificates certificates(String name) throws IOException {
    return new Certificates(Files.createDirectory(folder.resolve(name)), "RSA");
  }

  private EntraTokenProvider tokens(Credential credential) {
    return login.tokens(credential, clock, Runnable::run);
  }
}

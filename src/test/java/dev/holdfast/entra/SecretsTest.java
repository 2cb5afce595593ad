package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.testing.EveryLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much is logged, no secret and no token is. */
@Tag("process")
class SecretsTest {

  private static final String TOKEN = "the-token-itself";
  private static final String FEDERATED = "header.federated-payload.signature";

  private final Login login = new Login();
  private final EveryLog log = new EveryLog("com.microsoft.aad.msal4j");

  @AfterEach
  void close() {
    log.close();
    login.close();
  }

  @Test
  void whenAllGoesWell(@TempDir Path folder) {
    Certificates certificates = new Certificates(folder, "RSA");
    login.gives(TOKEN).gives(TOKEN).gives(TOKEN).givesToTheMachine(TOKEN);
    login.tokens(Login.secret()).bearer(Login.AUDIENCE);
    login
        .tokens(Login.certificate(certificates.pkcs12, null, Certificates.PASSWORD))
        .bearer(Login.AUDIENCE);
    login
        .tokens(Login.federated(certificates.write("federated", FEDERATED)))
        .bearer(Login.AUDIENCE);
    Login.ofTheMachine(login.server, "system").bearer(Login.AUDIENCE);

    assertThat(log.text()).contains("DEBUG com.microsoft.aad.msal4j");
    String assertion = login.form(1).get("client_assertion");
    assertThat(log.text())
        .doesNotContain(Login.SECRET, "s3cret", TOKEN, FEDERATED, assertion, Certificates.PASSWORD);
  }

  @Test
  void whenEntraIdRepeatsWhatItWasSent() {
    login.refuses(7000215, "You sent " + Login.SECRET + ", which is wrong.");
    EntraTokenProvider tokens = login.tokens(Login.secret());
    EntraException e =
        catchThrowableOfType(EntraException.class, () -> tokens.bearer(Login.AUDIENCE));

    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertThat(e.words()).contains("AADSTS7000215: You sent ***, which is wrong.");
    assertThat(trace.toString()).doesNotContain(Login.SECRET);
    assertThat(e.getMessage()).doesNotContain(Login.SECRET);
  }
}

package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.entra.EntraException.Mender;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when there is no token: what is wrong, and who can fix it. */
class EntraErrorCodeTest {

  private final Login login = new Login();

  @AfterEach
  void close() {
    login.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7000215 | the client secret is wrong | (its value, not its id) into"
            + " holdfast.admin-api.credential.client-secret",
        "7000222 | the client secret has expired | add a new secret",
        "700016 | no application 00000000-0000-0000-0000-0000000000c1 in tenant"
            + " 00000000-0000-0000-0000-000000000001 | holdfast.admin-api.client-id",
        "90002 | there is no tenant 00000000-0000-0000-0000-000000000001 in this cloud |"
            + " holdfast.admin-api.tenant-id",
        "900023 | there is no tenant | holdfast.admin-api.tenant-id",
        "700027 | the certificate is not registered | upload the certificate",
        "1000502 | the certificate is not valid today | renew the certificate",
        "70021 | no federated identity credential | issuer, subject and audience",
        "700211 | no federated identity credential | issuer, subject and audience",
        "700212 | no federated identity credential | issuer, subject and audience",
        "700213 | no federated identity credential | issuer, subject and audience",
        "700024 | outside its time | clock",
        "7000112 | is disabled | must enable",
        "53003 | Conditional Access | exempt",
        "500011 | https://service.powerapps.com/ is not known in tenant | endpoint and audience in"
            + " holdfast.admin-api",
        "999999 | it refused | tenant, application and credential"
      })
  void namesWhatIsWrongAndWhatTheOperatorMustDo(int code, String wrong, String remedy) {
    login.refuses(code, "In Microsoft's own words.");
    EntraException e = failure(Login.secret());
    assertThat(e)
        .hasMessageStartingWith(
            "Microsoft Entra ID gave no token for https://service.powerapps.com/: ")
        .hasMessageContaining(wrong)
        .hasMessageContaining("(AADSTS" + code + "). The operator must ")
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("{");
    assertThat(e.mender()).isEqualTo(Mender.OPERATOR);
    assertThat(e.code()).contains("AADSTS" + code);
    assertThat(e.correlationId()).contains("c0ffee");
    assertThat(e.words()).contains("AADSTS" + code + ": In Microsoft's own words.");
  }

  @Test
  void keepsARefusalWithoutACode() {
    login.answers(
        400, "{\"error\":\"unauthorized_client\",\"error_description\":\"Not this way.\"}");
    EntraException e = failure(Login.secret());
    assertThat(e.code()).contains("unauthorized_client");
    assertThat(e.words()).contains("Not this way.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Proxy authentication required</html>", "", "[]", "{}", "{"})
  void saysOfAnswersThatMakeNoSenseThatTheyDoNot(String body) {
    login.answers(403, body);
    EntraException e = failure(Login.secret());
    assertThat(e).hasMessageContaining("makes no sense").hasMessageNotContaining("html");
    assertThat(e.mender()).isEqualTo(Mender.SERVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Welcome to the hotel</html>", "", "{}", "[]"})
  void takesNoSuccessWithoutAToken(String body) {
    login.answers(200, body);
    assertThat(failure(Login.secret())).hasMessageContaining("makes no sense");
  }

  @Test
  void saysThatNobodyAnswers() {
    URI nobody = login.server.base();
    login.close();
    assertThat(failure(nobody, Duration.ofSeconds(5)))
        .hasMessageContaining(
            "Microsoft Entra ID at " + nobody.getAuthority() + " could not be reached")
        .extracting(EntraException::mender)
        .isEqualTo(Mender.SERVICE);
  }

  @Test
  void saysThatTheAnswerTakesTooLong() {
    login.server.staysSilent();
    assertThat(failure(login.server.base(), Duration.ofMillis(200)))
        .hasMessageContaining("did not answer in time");
    assertThat(login.calls()).as("once is slow enough").isEqualTo(1);
  }

  @Test
  void saysThatTheMachineHasNoSuchIdentity() {
    login.answers(
        400, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");
    EntraTokenProvider tokens = Login.ofTheMachine(login.server, "system");
    assertThat(failure(tokens))
        .hasMessageContaining("from the managed identity endpoint: it refused")
        .hasMessageContaining("Identity not found")
        .hasMessageContaining("holdfast.admin-api.credential.managed-identity")
        .extracting(EntraException::mender)
        .isEqualTo(Mender.OPERATOR);
  }

  @Test
  void saysThatThisIsNoMachineOfAzure() {
    login.close();
    EntraTokenProvider tokens = Login.ofTheMachine(login.server, "system");
    assertThat(failure(tokens))
        .hasMessageContaining("the managed identity endpoint could not be reached")
        .hasMessageContaining("needs a machine of Azure");
  }

  @Test
  void saysWhichFileHasGone(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), Login.SECRET);
    EntraTokenProvider tokens = login.tokens(Login.secretFile(file));
    Files.delete(file);
    assertThat(failure(tokens))
        .hasMessageContaining(
            file + " of holdfast.admin-api.credential.client-secret-file cannot be read")
        .extracting(EntraException::mender)
        .isEqualTo(Mender.OPERATOR);
    assertThat(login.calls()).isZero();
  }

  private EntraException failure(Credential credential) {
    return failure(login.tokens(credential));
  }

  private static EntraException failure(URI loginUrl, Duration read) {
    MsalHttpClient http =
        new MsalHttpClient(
            MsalHttpClient.connections(Duration.ofSeconds(5), false), read, Optional.of(loginUrl));
    return failure(
        new EntraTokenProvider(
            Login.identity(loginUrl, Login.secret()), http, Clock.systemUTC(), Runnable::run));
  }

  private static EntraException failure(EntraTokenProvider tokens) {
    return catchThrowableOfType(EntraException.class, () -> tokens.bearer(Login.AUDIENCE));
  }
}

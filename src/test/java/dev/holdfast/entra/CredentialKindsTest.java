package dev.holdfast.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each kind of credential sends to whoever gives out tokens. */
@Tag("process")
class CredentialKindsTest {

  private static final String IDENTITY = "00000000-0000-0000-0000-0000000000f1";
  private static final JsonMapper JSON = new JsonMapper();
  @TempDir private static Path folder;
  private static Certificates certificates;

  private final Login login = new Login();

  @BeforeAll
  static void makeACertificate() {
    certificates = new Certificates(folder, "RSA");
  }

  @AfterEach
  void close() {
    login.close();
  }

  @Test
  void aClientSecret() {
    bearer(Login.secret());
    assertThat(login.asked().get(0).method()).isEqualTo("POST");
    assertThat(login.asked().get(0).target()).isEqualTo(Login.TOKEN_PATH);
    assertThat(login.form(0))
        .containsEntry("grant_type", "client_credentials")
        .containsEntry("client_id", Login.CLIENT)
        .containsEntry("client_secret", Login.SECRET);
    assertThat(Login.scope(login.asked().get(0).text()))
        .isEqualTo("https://service.powerapps.com//.default");
  }

  @Test
  void aClientSecretInAFile() {
    bearer(Login.secretFile(certificates.write("secret", Login.SECRET + "\n")));
    assertThat(login.form(0)).containsEntry("client_secret", Login.SECRET);
  }

  @Test
  void aCertificateInOnePemFile() throws Exception {
    Path file =
        certificates.write("one.pem", certificates.keyPem() + certificates.certificatePem());
    bearer(Login.certificate(file, null, null));
    signedByTheCertificate(login.form(0));
  }

  @Test
  void aCertificateAndItsKeyInTwoPemFiles() throws Exception {
    Path certificate = certificates.write("certificate.pem", certificates.certificatePem());
    Path key = certificates.write("key.pem", certificates.keyPem());
    bearer(Login.certificate(certificate, key, null));
    signedByTheCertificate(login.form(0));
  }

  @Test
  void aCertificateWithAnEncryptedKey() throws Exception {
    Path file =
        certificates.write(
            "encrypted.pem", certificates.encryptedKeyPem() + certificates.certificatePem());
    bearer(Login.certificate(file, null, Certificates.PASSWORD));
    signedByTheCertificate(login.form(0));
  }

  @Test
  void aCertificateAfterThatOfAnIssuer() throws Exception {
    Certificates issuer = new Certificates(Files.createDirectory(folder.resolve("issuer")), "RSA");
    Path file =
        certificates.write(
            "chain.pem",
            issuer.certificatePem() + certificates.certificatePem() + certificates.keyPem());
    bearer(Login.certificate(file, null, null));
    signedByTheCertificate(login.form(0));
  }

  @Test
  void aCertificateInAPkcs12File() throws Exception {
    bearer(Login.certificate(certificates.pkcs12, null, Certificates.PASSWORD));
    signedByTheCertificate(login.form(0));
  }

  @Test
  void aCertificateWhosePasswordIsInAFile() throws Exception {
    Path password = certificates.write("password", Certificates.PASSWORD + "\n");
    bearer(new Credential(null, null, certificates.pkcs12, null, null, password, null, null));
    signedByTheCertificate(login.form(0));
  }

  @Test
  void aTokenOfAnotherIdentityProvider() {
    bearer(Login.federated(certificates.write("federated", "header.payload.signature\n")));
    assertThat(login.form(0))
        .containsEntry("client_assertion", "header.payload.signature")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .containsEntry("client_id", Login.CLIENT)
        .doesNotContainKey("client_secret");
  }

  @Test
  void theIdentityOfTheMachine() {
    assertThat(ofTheMachine("system")).isEqualTo("the-token");
    assertThat(login.asked().get(0).method()).isEqualTo("GET");
    assertThat(login.asked().get(0).header("Metadata")).isEqualTo("true");
    assertThat(login.asked().get(0).target())
        .startsWith("http://169.254.169.254/metadata/identity/oauth2/token?")
        .endsWith("resource=https%3A%2F%2Fservice.powerapps.com%2F")
        .doesNotContain("client_id");
  }

  @Test
  void anIdentityAssignedToTheMachine() {
    assertThat(ofTheMachine(IDENTITY)).isEqualTo("the-token");
    assertThat(login.asked().get(0).target()).contains("client_id=" + IDENTITY);
  }

  @Test
  void anIdentityThatVouchesForTheApplication() {
    login.givesToTheMachine("header.payload.signature").gives("the-token");
    assertThat(Login.vouched(login.server, IDENTITY).bearer(Login.AUDIENCE)).isEqualTo("the-token");
    assertThat(login.asked().get(0).target())
        .contains("client_id=" + IDENTITY)
        .contains("resource=api%3A%2F%2FAzureADTokenExchange");
    assertThat(login.asked().get(1).target()).isEqualTo(Login.TOKEN_PATH);
    assertThat(login.form(1))
        .containsEntry("client_assertion", "header.payload.signature")
        .containsEntry("client_id", Login.CLIENT);
  }

  @Test
  void anIdentityThatIsMissingVouchesForNobody() {
    login.answers(
        400, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");
    assertThatThrownBy(() -> Login.vouched(login.server, IDENTITY).bearer(Login.AUDIENCE))
        .isInstanceOf(EntraException.class)
        .hasMessageContaining("from the managed identity endpoint: it refused");
    assertThat(login.calls()).isOne();
  }

  @Test
  void anIdentityVouchesOnlyForAnotherApplication() {
    assertThat(Login.managedIdentity(IDENTITY).vouchesFor(Login.CLIENT)).isTrue();
    assertThat(Login.managedIdentity(IDENTITY).vouchesFor(IDENTITY.toUpperCase(Locale.ROOT)))
        .isFalse();
    assertThat(Login.managedIdentity(IDENTITY).vouchesFor(null)).isFalse();
    assertThat(Login.managedIdentity("system").vouchesFor(Login.CLIENT)).isFalse();
    assertThat(Login.secret().vouchesFor(Login.CLIENT)).isFalse();
  }

  private String ofTheMachine(String which) {
    login.givesToTheMachine("the-token");
    return Login.ofTheMachine(login.server, which).bearer(Login.AUDIENCE);
  }

  private void bearer(Credential credential) {
    login.gives("the-token");
    assertThat(login.tokens(credential).bearer(Login.AUDIENCE)).isEqualTo("the-token");
  }

  private void signedByTheCertificate(Map<String, String> form) throws Exception {
    assertThat(form)
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .doesNotContainKey("client_secret");
    String[] parts = form.get("client_assertion").split("\\.");
    JsonNode header = json(parts[0]);
    JsonNode claims = json(parts[1]);
    byte[] certificate = certificates.certificate().getEncoded();
    assertThat(header.path("x5t#S256").asString())
        .isEqualTo(
            Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate)));
    assertThat(header.at("/x5c/0").asString())
        .isEqualTo(Base64.getEncoder().encodeToString(certificate));
    assertThat(claims.path("iss").asString()).isEqualTo(Login.CLIENT);
    assertThat(claims.path("sub").asString()).isEqualTo(Login.CLIENT);
    assertThat(claims.path("aud").asString())
        .isEqualTo("https://" + login.server.base().getAuthority() + Login.TOKEN_PATH);
    assertThat(header.path("alg").asString()).isEqualTo("RS256");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(certificates.certificate());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  private static JsonNode json(String part) {
    return JSON.readTree(Base64.getUrlDecoder().decode(part));
  }
}

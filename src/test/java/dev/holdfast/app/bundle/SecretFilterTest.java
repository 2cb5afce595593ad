package dev.holdfast.app.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** That no configured secret gets into a support bundle, wherever it's configured. */
class SecretFilterTest {

  private static final String SECRET = "s3cr3t~value";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "holdfast.teams.credential.client-secret, s3cr3t~value",
    "holdfast.teams.credential.certificate-password, s3cr3t~value",
    "HOLDFAST_TEAMS_CREDENTIAL_CLIENTSECRET, s3cr3t~value",
    "SPRING_DATASOURCE_PASSWORD, s3cr3t~value",
    "spring.datasource.password, s3cr3t~value",
    "holdfast.audit.sink.token, s3cr3t~value",
    "holdfast.webhooks.endpoints[0].secrets[0], s3cr3t~value",
    "HOLDFAST_WEBHOOKS_ENDPOINTS_0_SECRETS_0, s3cr3t~value",
    "some.other.api-key, s3cr3t~value",
    "spring.datasource.url, jdbc:postgresql://db/holdfast?user=h&password=s3cr3t~value&ssl=true",
    "holdfast.audit.sink.url, https://user:s3cr3t~value@sink.contoso.com/rows",
    "holdfast.audit.sink.url, https://sink.contoso.com/rows?sig=s3cr3t~value",
    "holdfast.audit.sink.url, https://sink.contoso.com/rows?code=s3cr3t~value",
  })
  void aConfiguredSecretIsTakenOut(String name, String value) {
    assertThat(filter(name, value).clean("it was s3cr3t~value, twice s3cr3t~value."))
        .isEqualTo("it was [secret], twice [secret].");
  }

  @ParameterizedTest
  @CsvSource({
    "holdfast.teams.credential.client-secret-file",
    "HOLDFAST_TEAMS_CREDENTIAL_CLIENTSECRETFILE",
    "holdfast.admin-api.credential.certificate-password-file",
    "holdfast.webhooks.endpoints[0].secret-file",
    "HOLDFAST_WEBHOOKS_ENDPOINTS_0_SECRETFILE",
  })
  void soIsTheContentOfASecretsFile(String name) throws IOException {
    Path file = directory.resolve("secret");
    Files.writeString(file, SECRET + "\n", StandardCharsets.UTF_8);
    assertThat(filter(name, file.toString()).clean("<" + SECRET + ">")).isEqualTo("<[secret]>");
  }

  @Test
  void aFileThatIsNotThereHidesNothing() {
    assertThat(filter("a.client-secret-file", "/nowhere/at/all").clean("in /nowhere/at/all"))
        .isEqualTo("in /nowhere/at/all");
  }

  @Test
  void whatIsNoSecretStays() {
    assertThat(filter("holdfast.admin-api.tenant-id", "contoso").clean("of contoso"))
        .isEqualTo("of contoso");
    assertThat(filter("a.token", "true").clean("it is true")).isEqualTo("it is true");
    assertThat(filter("a.token", "on").clean("from now on")).isEqualTo("from now on");
  }

  @Test
  void ofOneThatContainsAnotherNothingIsLeft() {
    StandardEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(
            new MapPropertySource("test", Map.of("a.password", "abcd", "b.password", "abcdefgh")));
    assertThat(SecretFilter.of(settings).clean("abcdefgh abcd")).isEqualTo("[secret] [secret]");
  }

  @Test
  void aPlaceholderThatIsNotThereSpoilsNothing() {
    assertThat(filter("a.password", "${not.there}").clean("text")).isEqualTo("text");
  }

  private static SecretFilter filter(String name, String value) {
    StandardEnvironment settings = new StandardEnvironment();
    settings.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
    return SecretFilter.of(settings);
  }
}

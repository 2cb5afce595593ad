package dev.holdfast.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.entra.ApplicationIdentity;
import dev.holdfast.entra.TokenFailureListener;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.ObjectFactory;
import org.postgresql.util.PSQLException;

class ManagedIdentityPasswordTest {

  private static final String IDENTITY = "00000000-0000-0000-0000-0000000000f1";
  private static final String ADDRESS =
      "jdbc:postgresql://host/holdfast?sslmode=verify-full&authenticationPluginClassName="
          + "dev.holdfast.app.database.ManagedIdentityPassword&managedIdentity="
          + IDENTITY;
  private static final String TENANT = "00000000-0000-0000-0000-0000000000f2";
  private static final String WORKLOAD =
      "jdbc:postgresql://host/holdfast?federatedTokenFile=/var/run/secrets/token&entraClient="
          + IDENTITY
          + "&entraTenant="
          + TENANT;

  @Test
  void theDriverMakesItOfTheAddress() throws Exception {
    Properties connection = Driver.parseURL(ADDRESS, new Properties());
    AuthenticationPlugin made =
        ObjectFactory.instantiate(
            AuthenticationPlugin.class,
            PGProperty.AUTHENTICATION_PLUGIN_CLASS_NAME.getOrDefault(connection),
            connection,
            false,
            null);
    assertThat(made).isInstanceOf(ManagedIdentityPassword.class);
  }

  @Test
  void theTokenOfTheIdentityIsThePassword() throws Exception {
    Properties connection = Driver.parseURL(ADDRESS, new Properties());
    var password = password(connection);
    assertThat(password.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD))
        .isEqualTo(("token of " + IDENTITY).toCharArray());
  }

  @Test
  void withWorkloadIdentityTheTokenFileIsTheProof() throws Exception {
    List<ApplicationIdentity> asked = new ArrayList<>();
    var password =
        new ManagedIdentityPassword(
            Driver.parseURL(WORKLOAD, new Properties()),
            identity -> {
              asked.add(identity);
              return "token";
            });
    password.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD);
    assertThat(asked)
        .singleElement()
        .satisfies(
            identity -> {
              assertThat(identity.clientId()).isEqualTo(IDENTITY);
              assertThat(identity.tenantId()).isEqualTo(TENANT);
              assertThat(identity.credential().federatedTokenFile())
                  .isEqualTo(Path.of("/var/run/secrets/token"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&managedIdentity=somebody",
        "&managedIdentity=" + IDENTITY + "&federatedTokenFile=/token",
        "&managedIdentity=" + IDENTITY + "&entraClient=" + IDENTITY,
        "&federatedTokenFile=/token",
        "&federatedTokenFile=/token&entraClient=" + IDENTITY,
        "&federatedTokenFile=/token&entraClient=" + IDENTITY + "&entraTenant=contoso",
        "&entraClient=" + IDENTITY + "&entraTenant=" + TENANT
      })
  void whatNamesNoOneOrTwoIsRefused(String identity) {
    Properties connection =
        Driver.parseURL("jdbc:postgresql://host/holdfast?ssl=true" + identity, new Properties());
    var password = new ManagedIdentityPassword(connection, who -> "token");
    assertThatThrownBy(() -> password.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("spring.datasource.url must have either managedIdentity");
  }

  @Test
  void inAnotherCloudTheTokenComesFromThere() throws Exception {
    List<ApplicationIdentity> asked = new ArrayList<>();
    var password =
        new ManagedIdentityPassword(
            Driver.parseURL(
                WORKLOAD + "&entraLogin=https://login.microsoftonline.us", new Properties()),
            identity -> {
              asked.add(identity);
              return "token";
            });
    password.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD);
    assertThat(asked)
        .extracting(ApplicationIdentity::loginUrl)
        .containsExactly(URI.create("https://login.microsoftonline.us"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&entraLogin=http://login.microsoftonline.us",
        "&entraLogin=login.microsoftonline.us",
        "&entraAudience=ossrdbms-aad.database.usgovcloudapi.net",
        "&entraAudience=%20"
      })
  void whatIsNoHttpsAddressIsNotAsked(String cloud) {
    Properties connection = Driver.parseURL(WORKLOAD + cloud, new Properties());
    var password = new ManagedIdentityPassword(connection, who -> "token");
    assertThatThrownBy(() -> password.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("entraLogin and entraAudience");
  }

  @Test
  void aFailureIsTold() throws Exception {
    List<String> told = new ArrayList<>();
    ManagedIdentityPassword.tell((setting, mender) -> told.add(setting + " " + mender));
    try {
      String missing = WORKLOAD.replace("/var/run/secrets/token", "/there/is/no/such/file");
      var password = new ManagedIdentityPassword(Driver.parseURL(missing, new Properties()));
      assertThatThrownBy(() -> password.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD))
          .isInstanceOf(PSQLException.class);
    } finally {
      ManagedIdentityPassword.tell(TokenFailureListener.NOBODY);
    }
    assertThat(told).containsExactly("spring.datasource.url OPERATOR");
  }

  @Test
  void aDatabaseThatWantsAnotherPasswordGetsNoToken() {
    Properties connection = Driver.parseURL(ADDRESS, new Properties());
    var password = new ManagedIdentityPassword(connection, identity -> "token");
    assertThatThrownBy(() -> password.getPassword(AuthenticationRequestType.SASL))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("no token of Microsoft Entra ID");
  }

  @Test
  void anAddressWithoutIdentityIsNamed() {
    var password = new ManagedIdentityPassword(new Properties(), identity -> "token");
    assertThatThrownBy(() -> password.getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("spring.datasource.url must have either managedIdentity");
  }

  private static ManagedIdentityPassword password(Properties connection) {
    return new ManagedIdentityPassword(
        connection, identity -> "token of " + identity.credential().managedIdentity());
  }
}

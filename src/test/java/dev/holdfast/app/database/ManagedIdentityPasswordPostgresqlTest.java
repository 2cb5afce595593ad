package dev.holdfast.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testing.Lane;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL that asks for a password in the clear, as Azure's does for a token. */
@Tag("postgresql")
class ManagedIdentityPasswordPostgresqlTest {

  private static final String IDENTITY = "00000000-0000-0000-0000-0000000000f1";
  private static EmbeddedPostgres server;

  /** What the driver makes, with a token of its own in the place of the machine's. */
  public static final class Token implements AuthenticationPlugin {

    private final ManagedIdentityPassword password;

    public Token(Properties connection) {
      password =
          new ManagedIdentityPassword(
              connection, identity -> "token of " + identity.credential().managedIdentity());
    }

    @Override
    public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
      return password.getPassword(type);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    Lane.requires("postgresql");
    server = EmbeddedPostgres.start();
    JdbcTemplate owner = new JdbcTemplate(server.getPostgresDatabase());
    owner.execute("create role clear login password 'token of " + IDENTITY + "'");
    owner.execute("create role hashed login password 'token of " + IDENTITY + "'");
    Path rules =
        Path.of(owner.queryForObject("show data_directory", String.class)).resolve("pg_hba.conf");
    String before = Files.readString(rules);
    Files.writeString(
        rules, "host all clear all password\nhost all hashed all scram-sha-256\n" + before);
    owner.queryForObject("select pg_reload_conf()", Boolean.class);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void theTokenSignsIn() throws SQLException {
    try (Connection connection = connect("clear", IDENTITY)) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("clear");
    }
  }

  @Test
  void theTokenOfAnotherIdentityDoesNot() {
    assertThatThrownBy(() -> connect("clear", "system").close())
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void aDatabaseThatHashesPasswordsIsNamed() {
    assertThatThrownBy(() -> connect("hashed", IDENTITY).close())
        .hasStackTraceContaining("no token of Microsoft Entra ID");
  }

  /** With the empty password that the settings have by default. */
  private static Connection connect(String user, String identity) throws SQLException {
    String address =
        "jdbc:postgresql://localhost:%d/postgres?authenticationPluginClassName=%s&managedIdentity=%s";
    return DriverManager.getConnection(
        address.formatted(server.getPort(), Token.class.getName(), identity), user, "");
  }
}

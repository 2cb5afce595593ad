package dev.holdfast.app.database;

import dev.holdfast.entra.ApplicationIdentity;
import dev.holdfast.entra.Credential;
import dev.holdfast.entra.CredentialException;
import dev.holdfast.entra.EntraException;
import dev.holdfast.entra.EntraTokenProvider;
import dev.holdfast.entra.TokenFailureListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Signs in to Azure Database for PostgreSQL with a token of Microsoft Entra ID in the place of a
 * password. The driver makes one for each connection where the database's address says {@code
 * authenticationPluginClassName=dev.holdfast.app.database.ManagedIdentityPassword}, so that name is
 * one that operators have written down. The same address says whose token: {@code managedIdentity}
 * is the client id of an identity, or {@code system}; with workload identity, {@code
 * federatedTokenFile}, {@code entraClient}, and {@code entraTenant} are the file with the cluster's
 * token and who trusts it. In the clouds of governments and China, {@code entraAudience} and {@code
 * entraLogin} are what the databases are called there, and where tokens are given out. Tokens are
 * shared by all connections and renewed before they end; a connection stays when its token has
 * ended.
 */
public final class ManagedIdentityPassword implements AuthenticationPlugin {

  static final String SETTING = "spring.datasource.url";

  private static final String IDENTITY = "managedIdentity";
  private static final String TOKEN_FILE = "federatedTokenFile";
  private static final String CLIENT = "entraClient";
  private static final String TENANT = "entraTenant";

  private static final String AUDIENCE = "entraAudience";
  private static final String LOGIN = "entraLogin";

  /** How Azure's databases are called in the public cloud. */
  private static final String PUBLIC_AUDIENCE = "https://ossrdbms-aad.database.windows.net";

  private static final String PUBLIC_LOGIN = "https://login.microsoftonline.com";

  private static final Map<ApplicationIdentity, EntraTokenProvider> PROVIDERS =
      new ConcurrentHashMap<>();

  /** The driver makes these objects, so who counts failures can't be given to each. */
  private static volatile TokenFailureListener failures = TokenFailureListener.NOBODY;

  private final ApplicationIdentity identity;
  private final boolean safe;
  private final Function<ApplicationIdentity, String> tokens;

  /** As the driver calls it. */
  public ManagedIdentityPassword(Properties connection) {
    this(
        connection,
        identity ->
            PROVIDERS
                .computeIfAbsent(identity, ManagedIdentityPassword::open)
                .bearer(connection.getProperty(AUDIENCE, PUBLIC_AUDIENCE)));
  }

  ManagedIdentityPassword(Properties connection, Function<ApplicationIdentity, String> tokens) {
    this.identity = identity(connection);
    this.safe =
        isHttps(connection.getProperty(LOGIN, PUBLIC_LOGIN))
            && isHttps(connection.getProperty(AUDIENCE, PUBLIC_AUDIENCE));
    this.tokens = tokens;
  }

  /** Tells somebody of each time that no token was to be had, by the setting {@link #SETTING}. */
  static void tell(TokenFailureListener listener) {
    failures = listener;
  }

  @Override
  public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
    // Of the other kinds, the server would get a hash of the token, of no use to it.
    if (type != AuthenticationRequestType.CLEARTEXT_PASSWORD) {
      throw refused(
          "this database wants a password (%s), no token of Microsoft Entra ID".formatted(type));
    }
    if (!safe) {
      throw refused("%s and %s in %s must begin with https://".formatted(LOGIN, AUDIENCE, SETTING));
    }
    if (!isUsable(identity)) {
      throw refused(
          "%s must have either %s, the client id of a managed identity or system, or %s, %s, and %s"
              .formatted(SETTING, IDENTITY, TOKEN_FILE, CLIENT, TENANT));
    }
    try {
      return tokens.apply(identity).toCharArray();
    } catch (CredentialException e) {
      failures.failed(SETTING, EntraException.Mender.OPERATOR);
      throw refused(e.getMessage());
    } catch (EntraException e) {
      throw refused(e.getMessage());
    }
  }

  private static EntraTokenProvider open(ApplicationIdentity identity) {
    return EntraTokenProvider.open(
            identity, Duration.ofSeconds(2), Duration.ofSeconds(6), Clock.systemUTC())
        .telling((setting, mender) -> failures.failed(setting, mender), SETTING);
  }

  private static ApplicationIdentity identity(Properties connection) {
    String file = text(connection, TOKEN_FILE);
    Credential credential =
        new Credential(
            null,
            null,
            null,
            null,
            null,
            null,
            text(connection, IDENTITY),
            file.isEmpty() ? null : Path.of(file));
    return new ApplicationIdentity(
        SETTING,
        CLIENT,
        text(connection, TENANT),
        text(connection, CLIENT),
        credential,
        login(connection));
  }

  /** What is no address is refused when a password is asked for. */
  private static URI login(Properties connection) {
    String login = connection.getProperty(LOGIN, PUBLIC_LOGIN);
    return URI.create(isHttps(login) ? login : PUBLIC_LOGIN);
  }

  private static boolean isHttps(String address) {
    try {
      return "https".equals(URI.create(address).getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isUsable(ApplicationIdentity identity) {
    Credential credential = identity.credential();
    boolean client = Credential.isGuid(String.valueOf(identity.clientId()));
    boolean tenant = Credential.isGuid(String.valueOf(identity.tenantId()));
    String machine = credential.managedIdentity();
    return credential.isUsable()
        && (machine == null
            ? client && tenant
            : !client && !tenant && (machine.equals("system") || Credential.isGuid(machine)));
  }

  private static String text(Properties connection, String name) {
    return connection.getProperty(name, "").strip();
  }

  private static PSQLException refused(String why) {
    return new PSQLException(why, PSQLState.CONNECTION_REJECTED);
  }
}

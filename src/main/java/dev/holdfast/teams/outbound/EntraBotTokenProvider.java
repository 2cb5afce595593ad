package dev.holdfast.teams.outbound;

import dev.holdfast.entra.ApplicationIdentity;
import dev.holdfast.entra.CredentialException;
import dev.holdfast.entra.EntraException;
import dev.holdfast.entra.EntraTokenProvider;
import dev.holdfast.entra.TokenFailureListener;
import dev.holdfast.teams.settings.ConnectorProperties;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The bot's tokens, got from Microsoft Entra ID with its own credential. */
@Component
@Profile("!local")
public class EntraBotTokenProvider implements BotTokenProvider {

  private static final String SETTINGS = "holdfast.teams";

  private final EntraTokenProvider tokens;
  private final String audience;

  /**
   * @throws CredentialException when there is no credential, or its files are no good
   */
  @Autowired
  EntraBotTokenProvider(
      BotTokenSettings login,
      ConnectorProperties connector,
      Clock clock,
      ObjectProvider<TokenFailureListener> failures) {
    this(
        EntraTokenProvider.open(
                identity(login), connector.connectTimeout(), connector.readTimeout(), clock)
            .telling(failures.getIfAvailable(() -> TokenFailureListener.NOBODY), SETTINGS),
        login.audience().toString());
  }

  EntraBotTokenProvider(EntraTokenProvider tokens, String audience) {
    this.tokens = tokens;
    this.audience = audience;
  }

  public static ApplicationIdentity identity(BotTokenSettings login) {
    if (login.credential() == null) {
      throw CredentialException.missing(SETTINGS, "app-id", "Microsoft Teams");
    }
    return new ApplicationIdentity(
        SETTINGS, "app-id", login.tenantId(), login.appId(), login.credential(), login.loginUrl());
  }

  /** What is wrong with the credential may be fixed, so a message that waits for it goes later. */
  @Override
  public Optional<String> bearer() {
    try {
      return Optional.of(tokens.bearer(audience));
    } catch (EntraException e) {
      throw new ConnectorException(
          ConnectorException.NOT_SENT, e.code().orElse(""), e.getMessage(), e.retryAfter());
    }
  }

  @Override
  public void refused(String bearer) {
    tokens.refused(audience, bearer);
  }
}

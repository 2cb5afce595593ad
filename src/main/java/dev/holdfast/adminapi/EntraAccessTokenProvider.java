package dev.holdfast.adminapi;

import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.entra.ApplicationIdentity;
import dev.holdfast.entra.CredentialException;
import dev.holdfast.entra.EntraException;
import dev.holdfast.entra.EntraTokenProvider;
import dev.holdfast.entra.TokenFailureListener;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tokens of Microsoft Entra ID, got with the credential of the configuration. */
@Component
@Profile("!local")
class EntraAccessTokenProvider implements AccessTokenProvider {

  private static final String SETTINGS = "holdfast.admin-api";
  private static final String CLIENT = "client-id";

  private final EntraTokenProvider tokens;

  /**
   * @throws CredentialException when there is no credential, or its files are no good
   */
  @Autowired
  EntraAccessTokenProvider(
      AdminApiSignInProperties signIn,
      AdminApiProperties properties,
      Clock clock,
      ObjectProvider<TokenFailureListener> failures) {
    this(
        EntraTokenProvider.open(
                identity(signIn),
                properties.timeouts().connect(),
                properties.timeouts().read(),
                clock)
            .telling(failures.getIfAvailable(() -> TokenFailureListener.NOBODY), SETTINGS));
  }

  EntraAccessTokenProvider(EntraTokenProvider tokens) {
    this.tokens = tokens;
  }

  static ApplicationIdentity identity(AdminApiSignInProperties signIn) {
    if (signIn.credential() == null) {
      throw CredentialException.missing(SETTINGS, CLIENT, "Power Platform");
    }
    return new ApplicationIdentity(
        SETTINGS,
        CLIENT,
        signIn.tenantId(),
        signIn.clientId(),
        signIn.credential(),
        signIn.loginUrl());
  }

  @Override
  public String bearer(URI audience) {
    try {
      return tokens.bearer(audience.toString());
    } catch (EntraException e) {
      throw new AdminApiException(kind(e), e.getMessage(), answer(e));
    }
  }

  @Override
  public void refused(URI audience, String bearer) {
    tokens.refused(audience.toString(), bearer);
  }

  /** Without a token nothing was sent, so each of these is one that says so. */
  private static Kind kind(EntraException e) {
    return switch (e.mender()) {
      case OPERATOR -> Kind.UNAUTHORIZED;
      case SERVICE -> Kind.UNREACHABLE;
    };
  }

  private static Answer answer(EntraException e) {
    return new Answer(0, e.code(), e.words(), e.correlationId(), e.retryAfter());
  }
}

package dev.holdfast.entra;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for one token through MSAL. Each request reads the credential's files and builds MSAL's
 * application anew: both are cheap beside the call, and nothing rotated is missed.
 */
final class TokenRequest {

  /** What a federated identity credential expects the proof to be for, in each cloud. */
  private static final String EXCHANGE = "api://AzureADTokenExchange";

  private final ApplicationIdentity identity;
  private final MsalHttpClient http;
  private final Clock clock;
  private final MsalCredentialFactory proofs;
  private final MsalErrorMapper failures;
  private final Optional<TokenRequest> voucher;

  /** For an application that needs no other one's word. */
  TokenRequest(ApplicationIdentity identity, MsalHttpClient http, Clock clock) {
    this(identity, http, clock, Optional.empty());
  }

  /**
   * @param voucher asks for the token of the machine's identity, where that is the application's
   *     proof
   */
  TokenRequest(
      ApplicationIdentity identity,
      MsalHttpClient http,
      Clock clock,
      Optional<TokenRequest> voucher) {
    this.identity = identity;
    this.http = http;
    this.clock = clock;
    this.proofs = new MsalCredentialFactory(identity);
    this.failures = new MsalErrorMapper(identity);
    this.voucher = voucher;
  }

  /**
   * What the credential consists of now.
   *
   * @throws CredentialException when it cannot be read
   */
  CredentialMaterial material() {
    return proofs.material();
  }

  /**
   * @param audience the resource as it names itself; its scope is that and {@code /.default}, so a
   *     resource that ends in a slash has two in its scope, as with the cmdlets (facts 1.2)
   * @throws EntraException when there is none to be had
   */
  AccessToken ask(String audience) {
    try {
      CredentialMaterial material = proofs.read();
      return ask(audience, voucher.map(machine -> vouchedBy(machine, material)).orElse(material));
    } catch (CredentialException e) {
      throw failures.unreadable(e, audience);
    }
  }

  /** The token of the machine's identity; a refusal is reported as one of that token. */
  private static CredentialMaterial vouchedBy(TokenRequest machine, CredentialMaterial material) {
    return material.and(machine.ask(EXCHANGE).value());
  }

  private AccessToken ask(String audience, CredentialMaterial material) {
    IAuthenticationResult result;
    try {
      result = result(audience, material);
    } catch (CredentialException e) {
      throw e;
    } catch (Exception e) { // MSAL declares Exception, and wraps what it has in several layers
      throw failures.explain(e, audience, material);
    }
    if (result.accessToken() == null || result.accessToken().isBlank()) {
      throw failures.senseless(audience);
    }
    return token(result);
  }

  EntraException refusedAgain(String audience) {
    return failures.again(audience);
  }

  private IAuthenticationResult result(String audience, CredentialMaterial material)
      throws Exception {
    return identity.isOfTheMachine()
        ? ofTheMachine(audience)
        : withProof(audience, proofs.of(material));
  }

  private IAuthenticationResult withProof(String audience, IClientCredential proof)
      throws MalformedURLException {
    ConfidentialClientApplication application =
        ConfidentialClientApplication.builder(String.valueOf(identity.clientId()), proof)
            .authority("https://" + identity.loginUrl().getAuthority() + "/" + identity.tenantId())
            .validateAuthority(false)
            .instanceDiscovery(false)
            .logPii(false)
            .httpClient(http)
            .disableInternalRetries()
            .executorService(new CallerRunsExecutor())
            .build();
    return application
        .acquireToken(
            ClientCredentialParameters.builder(Set.of(audience + "/.default"))
                .skipCache(true)
                .build())
        .join();
  }

  private IAuthenticationResult ofTheMachine(String audience) throws Exception {
    String named = String.valueOf(identity.credential().managedIdentity());
    ManagedIdentityId id =
        named.equals(Credential.SYSTEM)
            ? ManagedIdentityId.systemAssigned()
            : ManagedIdentityId.userAssignedClientId(named);
    ManagedIdentityApplication application =
        ManagedIdentityApplication.builder(id)
            .logPii(false)
            .httpClient(http)
            .disableInternalRetries()
            .executorService(new CallerRunsExecutor())
            .build();
    return application
        .acquireTokenForManagedIdentity(
            ManagedIdentityParameters.builder(audience).forceRefresh(true).build())
        .join();
  }

  private AccessToken token(IAuthenticationResult result) {
    Instant expires = result.expiresOnDate().toInstant();
    Instant hint =
        Optional.ofNullable(result.metadata().refreshOn())
            .filter(seconds -> seconds > 0)
            .map(Instant::ofEpochSecond)
            .orElse(expires);
    return AccessToken.got(result.accessToken(), clock.instant(), expires, hint);
  }
}

package dev.holdfast.entra;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for tokens.
 *
 * @param settings where it is configured, such as {@code holdfast.admin-api}: people who must fix
 *     it are told
 * @param clientSetting the setting among them that names the application
 * @param tenantId absent with a managed identity
 * @param clientId absent with a managed identity
 * @param loginUrl scheme and host where tokens are given out; plain http only in tests
 */
public record ApplicationIdentity(
    String settings,
    String clientSetting,
    @Nullable String tenantId,
    @Nullable String clientId,
    Credential credential,
    URI loginUrl) {

  /** Whether the machine's identity vouches for this application, which is another one. */
  boolean isFederated() {
    return credential.vouchesFor(clientId);
  }

  /** Whether the platform below is asked for the tokens themselves. */
  boolean isOfTheMachine() {
    return credential.isOfTheMachine() && !isFederated();
  }

  /** The identity that vouches. */
  ApplicationIdentity machine() {
    return new ApplicationIdentity(settings, clientSetting, null, null, credential, loginUrl);
  }

  /** The setting that holds the credential, as people find it in the configuration. */
  String setting() {
    return settings + ".credential." + credential.kind().setting();
  }
}

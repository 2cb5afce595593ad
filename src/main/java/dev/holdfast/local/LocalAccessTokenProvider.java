package dev.holdfast.local;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.entra.CredentialException;
import dev.holdfast.simulator.world.World;
import java.net.URI;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The simulator takes any token. */
@Component
@Profile("local")
class LocalAccessTokenProvider implements AccessTokenProvider {

  LocalAccessTokenProvider(AdminApiEndpoints platform, AdminApiSignInProperties signIn) {
    if (!platform.onLoopback()) {
      throw new IllegalStateException(
          "The profile local lets everybody in, so it speaks to an admin API on this machine only;"
              + " correct holdfast.admin-api.base-url and"
              + " holdfast.admin-api.power-platform-api.base-url.");
    }
    if (signIn.credential() != null) {
      throw refused();
    }
  }

  static CredentialException refused() {
    return new CredentialException(
        "the profile local lets everybody in, so it never starts together with a real credential",
        "Remove what is set under holdfast.admin-api.credential, or the profile local.");
  }

  @Override
  public String bearer(URI audience) {
    return "local";
  }

  @Override
  public Set<String> callerIds(URI audience) {
    return Set.of(World.PRINCIPAL);
  }
}

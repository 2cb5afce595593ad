package dev.holdfast.adminapi;

import dev.holdfast.entra.CredentialException;
import dev.holdfast.entra.EntraTokenProvider;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether there is a credential for the admin API and its files can be read. The doctor finds that
 * itself.
 */
@Component
@Profile("!local")
@ConditionalOnWebApplication
class PlatformCredentialStartupCheck implements StartupCheck {

  private static final String SETTING = "holdfast.admin-api.credential";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    return problem(environment)
        .map(e -> new SettingProblem(SETTING, String.valueOf(e.getMessage()), e.remedy()))
        .stream()
        .toList();
  }

  private static Optional<CredentialException> problem(Environment environment) {
    try {
      AdminApiSignInProperties signIn =
          Binder.get(environment)
              .bindOrCreate("holdfast.admin-api", AdminApiSignInProperties.class);
      return signIn.credential() == null || signIn.credential().isUsable()
          ? EntraTokenProvider.problem(EntraAccessTokenProvider.identity(signIn))
          : Optional.empty();
    } catch (CredentialException e) {
      return Optional.of(e);
    } catch (BindException e) {
      return Optional.empty(); // said of the setting that can't be read
    }
  }
}

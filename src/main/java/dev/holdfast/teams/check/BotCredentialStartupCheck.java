package dev.holdfast.teams.check;

import dev.holdfast.entra.CredentialException;
import dev.holdfast.entra.EntraTokenProvider;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import dev.holdfast.teams.outbound.BotTokenSettings;
import dev.holdfast.teams.outbound.EntraBotTokenProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether the bot has a credential and its files can be read. The doctor finds that itself. */
@Component
@Profile("!local")
@ConditionalOnWebApplication
class BotCredentialStartupCheck implements StartupCheck {

  private static final String SETTING = "holdfast.teams.credential";

  @Override
  public List<SettingProblem> problems(Environment environment) {
    return problem(environment)
        .map(e -> new SettingProblem(SETTING, String.valueOf(e.getMessage()), e.remedy()))
        .stream()
        .toList();
  }

  private static Optional<CredentialException> problem(Environment environment) {
    try {
      BotTokenSettings login =
          Binder.get(environment).bindOrCreate("holdfast.teams", BotTokenSettings.class);
      return login.credential() == null || login.credential().isUsable()
          ? EntraTokenProvider.problem(EntraBotTokenProvider.identity(login))
          : Optional.empty();
    } catch (CredentialException e) {
      return Optional.of(e);
    } catch (BindException e) {
      return Optional.empty(); // said of the setting that can't be read
    }
  }
}

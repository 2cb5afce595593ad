package dev.holdfast.teams.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.teams.settings.TeamsProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether it is safe to listen, and whether the bot knows who it is there. */
@Component
public class BotRegistrationCheck implements DoctorCheck {

  private final Environment environment;
  private final TeamsProperties properties;

  public BotRegistrationCheck(Environment environment, TeamsProperties properties) {
    this.environment = environment;
    this.properties = properties;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Bot registration";
  }

  @Override
  public CheckResult check() {
    boolean local = environment.acceptsProfiles(Profiles.of("local"));
    if (properties.appId() == null || properties.allowedTenants().isEmpty()) {
      return without(local);
    }
    return CheckResult.ok(
        local
            ? "It is application %s, and listens to this machine only."
                .formatted(properties.appId())
            : "It is application %s, and listens to people of %s."
                .formatted(properties.appId(), String.join(", ", properties.allowedTenants())));
  }

  private static CheckResult without(boolean local) {
    Remedy remedy =
        Remedy.of(
            "Set holdfast.teams.app-id and holdfast.teams.tenant-id to those that the Azure portal"
                + " shows under the bot's Configuration.");
    return local
        ? CheckResult.warning(
            "The bot does not know its own id or tenant, so it cannot open a chat with anybody.",
            remedy)
        : CheckResult.broken(
            "The bot does not know its own id or tenant, so it could not check the tokens of"
                + " Microsoft Teams and does not start.",
            remedy);
  }
}

package dev.holdfast.teams;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether it is safe to listen, and whether the bot knows who it is there. */
@Component
class BotRegistrationCheckup implements Checkup {

  private final Environment environment;
  private final TeamsProperties properties;

  BotRegistrationCheckup(Environment environment, TeamsProperties properties) {
    this.environment = environment;
    this.properties = properties;
  }

  @Override
  public Area area() {
    return Area.TEAMS;
  }

  @Override
  public String name() {
    return "Bot registration";
  }

  @Override
  public Verdict check() {
    boolean local = environment.acceptsProfiles(Profiles.of("local"));
    if (properties.appId() == null || properties.allowedTenants().isEmpty()) {
      return without(local);
    }
    return Verdict.ok(
        local
            ? "It is application %s, and listens to this machine only."
                .formatted(properties.appId())
            : "It is application %s, and listens to people of %s."
                .formatted(properties.appId(), String.join(", ", properties.allowedTenants())));
  }

  private static Verdict without(boolean local) {
    Remedy remedy =
        Remedy.of(
            "Set holdfast.teams.app-id and holdfast.teams.tenant-id to those that the Azure portal"
                + " shows under the bot's Configuration.");
    return local
        ? Verdict.warning(
            "The bot does not know its own id or tenant, so it cannot open a chat with anybody.",
            remedy)
        : Verdict.broken(
            "The bot does not know its own id or tenant, so it could not check the tokens of"
                + " Microsoft Teams and does not start.",
            remedy);
  }
}

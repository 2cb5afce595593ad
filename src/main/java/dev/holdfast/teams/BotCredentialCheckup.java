package dev.holdfast.teams;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether the bot has a registration and a token to speak to Teams with. */
@Component
class BotCredentialCheckup implements Checkup {

  private final TeamsProperties properties;
  private final ObjectProvider<BotTokens> tokens;

  BotCredentialCheckup(TeamsProperties properties, ObjectProvider<BotTokens> tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  @Override
  public Area area() {
    return Area.TEAMS;
  }

  @Override
  public String name() {
    return "Bot credential";
  }

  @Override
  public Verdict check() {
    BotTokens source = tokens.getIfAvailable();
    if (source == null) {
      return Verdict.broken(
          "This version cannot check the tokens of Microsoft Teams, so it does not start for real.",
          Remedy.of(
              "Start it in the profile local:",
              "java -jar holdfast.jar --spring.profiles.active=local"));
    }
    if (properties.appId() == null || properties.tenantId() == null) {
      return Verdict.warning(
          "It has no registration, so it cannot open a chat with anybody.",
          Remedy.of(
              "Set holdfast.teams.app-id and holdfast.teams.tenant-id to those of the bot in the"
                  + " Azure portal, under Configuration."));
    }
    return source
        .bearer()
        .map(token -> Verdict.ok("There is a token for application " + properties.appId() + "."))
        .orElseGet(() -> Verdict.ok("Not needed: the connector on this machine takes any."));
  }
}

package dev.holdfast.teams;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether there is a token to speak to Teams with. */
@Component
class BotCredentialCheckup implements Checkup {

  private final BotTokens tokens;

  BotCredentialCheckup(@Lazy BotTokens tokens) {
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
    try {
      return tokens
          .bearer()
          .map(token -> Verdict.ok("There is a token for the connector of Teams."))
          .orElseGet(() -> Verdict.ok("Not needed: the connector on this machine takes any."));
    } catch (ConnectorException e) {
      return Verdict.broken(
          String.valueOf(e.getMessage()),
          Remedy.of(
              "Correct what holdfast.teams says of app-id, tenant-id and credential; the bot's"
                  + " registration is in the Azure portal, under Configuration."));
    }
  }
}

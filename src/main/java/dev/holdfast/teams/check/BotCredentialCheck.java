package dev.holdfast.teams.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.teams.outbound.BotTokenProvider;
import dev.holdfast.teams.outbound.ConnectorException;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.stereotype.Component;

/** Whether there is a token to speak to Teams with. */
@Component
public class BotCredentialCheck implements DoctorCheck {

  private final ObjectFactory<BotTokenProvider> tokens;

  public BotCredentialCheck(ObjectFactory<BotTokenProvider> tokens) {
    this.tokens = tokens;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Bot credential";
  }

  @Override
  public CheckResult check() {
    try {
      return tokens
          .getObject()
          .bearer()
          .map(token -> CheckResult.ok("There is a token for the connector of Teams."))
          .orElseGet(() -> CheckResult.ok("Not needed: the connector on this machine takes any."));
    } catch (ConnectorException e) {
      return CheckResult.broken(
          String.valueOf(e.getMessage()),
          Remedy.of(
              "Correct what holdfast.teams says of app-id, tenant-id and credential; the bot's"
                  + " registration is in the Azure portal, under Configuration."));
    }
  }
}

package dev.holdfast.teams.check;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.teams.outbound.DeliveryBlocks;
import org.springframework.stereotype.Component;

/** Whether Teams takes what Holdfast sends, as far as its answers to this replica tell. */
@Component
public class DeliveryBlocksCheck implements DoctorCheck {

  private final DeliveryBlocks stops;

  public DeliveryBlocksCheck(DeliveryBlocks stops) {
    this.stops = stops;
  }

  @Override
  public CheckArea area() {
    return CheckArea.TEAMS;
  }

  @Override
  public String name() {
    return "Sending";
  }

  @Override
  public CheckResult check() {
    if (stops.notAccepted().isPresent()) {
      return CheckResult.broken(
          "Teams does not take Holdfast for one of its bots: "
              + stops.notAccepted().get()
              + ". What it has to say waits and is tried again.",
          Remedy.of(
              "Compare holdfast.teams.app-id, tenant-id and credential with the bot's registration"
                  + " in the Azure portal, and see that its channel Microsoft Teams is on."));
    }
    if (!stops.disabled().isEmpty()) {
      return CheckResult.broken(
          "A Teams administrator has disabled Holdfast in the tenant %s; what is meant for it waits."
              .formatted(String.join(", ", stops.disabled().keySet())),
          Remedy.of(
              "In the Teams admin center, under Manage apps, allow Holdfast again. Holdfast tries"
                  + " every %d minutes.".formatted(DeliveryBlocks.REST.toMinutes())));
    }
    return CheckResult.ok("Teams has not refused Holdfast as such since it was started.");
  }
}

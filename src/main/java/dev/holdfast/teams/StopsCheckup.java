package dev.holdfast.teams;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Checkup;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.doctor.Verdict;
import org.springframework.stereotype.Component;

/** Whether Teams takes what Holdfast sends, as far as its answers to this replica tell. */
@Component
class StopsCheckup implements Checkup {

  private final Stops stops;

  StopsCheckup(Stops stops) {
    this.stops = stops;
  }

  @Override
  public Area area() {
    return Area.TEAMS;
  }

  @Override
  public String name() {
    return "Sending";
  }

  @Override
  public Verdict check() {
    if (stops.notAccepted().isPresent()) {
      return Verdict.broken(
          "Teams does not take Holdfast for one of its bots: "
              + stops.notAccepted().get()
              + ". What it has to say waits and is tried again.",
          Remedy.of(
              "Compare holdfast.teams.app-id, tenant-id and credential with the bot's registration"
                  + " in the Azure portal, and see that its channel Microsoft Teams is on."));
    }
    if (!stops.disabled().isEmpty()) {
      return Verdict.broken(
          "A Teams administrator has disabled Holdfast in the tenant %s; what is meant for it waits."
              .formatted(String.join(", ", stops.disabled().keySet())),
          Remedy.of(
              "In the Teams admin center, under Manage apps, allow Holdfast again. Holdfast tries"
                  + " every %d minutes.".formatted(Stops.REST.toMinutes())));
    }
    return Verdict.ok("Teams has not refused Holdfast as such since it was started.");
  }
}

package dev.holdfast.environment;

import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsMaintenance;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the Power Platform API said of the finance and operations apps of an environment.
 *
 * @param readAt when it was asked
 */
public record FinOpsFacts(
    FinOpsAnswer<FinOpsProperties> properties,
    FinOpsAnswer<FinOpsMaintenance> maintenance,
    Instant readAt) {

  /** Nobody was asked. */
  public static final FinOpsFacts NOT_READ = new FinOpsFacts(notAsked(), notAsked(), Instant.EPOCH);

  /** A question that nobody was asked. */
  static <T> FinOpsAnswer<T> notAsked() {
    return new FinOpsAnswer.Unavailable<>(Reason.NOT_ASKED, "");
  }

  /** How many actions the service has planned, as far as it said. */
  public int planned() {
    return properties.known().map(FinOpsProperties::scheduledActions).orElse(0);
  }

  /** On which days the service may update the apps, in a time zone that nobody documents. */
  public Set<DayOfWeek> maintenanceDays() {
    return maintenance.known().map(FinOpsMaintenance::days).orElse(Set.of());
  }

  /** Why these days aren't known although they were asked for. */
  public Optional<String> maintenanceUnread() {
    return maintenance instanceof FinOpsAnswer.Unavailable<FinOpsMaintenance> none
            && none.reason() != Reason.NOT_ASKED
        ? Optional.of(none.why())
        : Optional.empty();
  }
}

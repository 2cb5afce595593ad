package dev.holdfast.adminapi.finops;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * When the service may update the finance and operations apps (facts 6.3). It tells days, no hours
 * and no dates (rule R40).
 *
 * @param cadence the service's own word, such as {@code EveryUpdate}; empty if it gave none
 * @param days the days that could be read
 */
public record FinOpsMaintenance(String cadence, Set<DayOfWeek> days) {

  public FinOpsMaintenance {
    days = Set.copyOf(days);
  }
}

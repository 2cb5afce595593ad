package dev.holdfast.doctor;

import java.util.List;

/**
 * One thing that Holdfast depends on. Whoever owns the dependency implements it; the doctor finds
 * all of them.
 */
public interface DoctorCheck {

  /** What everything that is stored needs. */
  String DATABASE = "Connection";

  /** What everything in the tables needs. */
  String MIGRATIONS = "Migrations";

  /** What everything about the environments needs. */
  String ENVIRONMENTS = "Environments";

  CheckArea area();

  /** A word or two, unlike that of every other check. */
  String name();

  /**
   * The names of the checks without which this one makes no sense: it is left out when one of them
   * is broken.
   */
  default List<String> needs() {
    return List.of();
  }

  /**
   * Looks now, on the calling thread. It changes nothing and may be interrupted when it takes too
   * long. An exception counts as broken.
   */
  CheckResult check();
}

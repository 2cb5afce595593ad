package dev.holdfast.adminapi;

import java.util.List;
import java.util.Locale;

/**
 * Tells from an undocumented status whether the operation is over. Public clients of the service
 * have met {@code Cancelled}, {@code FailedToCreate}, and {@code Aborted} (facts 2.3); the service
 * may use more words of the kind.
 */
final class FinalStatusDetector {

  private static final List<String> ROOTS =
      List.of(
          "cancel",
          "abort",
          "fail",
          "succe",
          "complet",
          "finish",
          "terminat",
          "timeout",
          "timedout",
          "rolledback",
          "expired",
          "reject",
          "declin",
          "stopped",
          "skipped",
          "faulted",
          "discarded",
          "revoked",
          "denied");

  private FinalStatusDetector() {}

  static boolean sayOver(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    boolean stillOngoing = plain.endsWith("ing") || plain.startsWith("not");
    return !stillOngoing && ROOTS.stream().anyMatch(plain::contains);
  }
}

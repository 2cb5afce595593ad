package dev.holdfast.audit;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.Remedy;
import java.util.Optional;

/** What is said about a verification of the audit log. */
final class VerificationTexts {

  private static final Remedy TAMPERED =
      new Remedy(
          "Somebody changed the database by hand, or it was put back to an older state. Compare"
              + " with the last export, and find out who has access. Holdfast works on:",
          Optional.of("java -jar holdfast.jar --audit-export --output=record.jsonl"));

  private static final Remedy OLDER =
      Remedy.of(
          "An older Holdfast wrote them. One of this version seals them within some minutes; look"
              + " again then.");

  private VerificationTexts() {}

  static CheckResult of(Verification verification) {
    if (verification.fault().isPresent()) {
      return CheckResult.broken(verification.fault().get(), TAMPERED);
    }
    return verification.unsealed().rows() > 0
        ? CheckResult.warning(
            "%d row(s) of the record have no seal yet.".formatted(verification.unsealed().rows()),
            OLDER)
        : CheckResult.ok(well(verification));
  }

  private static String well(Verification verification) {
    long rows = verification.head().position();
    if (rows == 0) {
      return "It is empty.";
    }
    long before = verification.from().position();
    String seen;
    if (!verification.isComplete()) {
      seen =
          "The first %d of %d rows are as they were written; the others are verified in the background"
              .formatted(verification.reached().position(), rows);
    } else if (before == 0) {
      seen = "All %d rows are as they were written".formatted(rows);
    } else {
      seen =
          "The newest %d of %d rows are as they were written; the others were verified before, and --audit-verify verifies all again"
              .formatted(rows - before, rows);
    }
    return "%s. The last seal is %s….".formatted(seen, verification.head().hash().substring(0, 16));
  }
}

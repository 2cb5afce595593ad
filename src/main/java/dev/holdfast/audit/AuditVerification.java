package dev.holdfast.audit;

import dev.holdfast.doctor.Verdict;
import org.springframework.stereotype.Component;

/** Verifies the whole audit log on demand. */
@Component
public class AuditVerification {

  private final LogVerifier verifier;

  AuditVerification(LogVerifier verifier) {
    this.verifier = verifier;
  }

  /** Takes as long as the log is. */
  public Verdict all() {
    return VerificationWords.of(verifier.all());
  }
}

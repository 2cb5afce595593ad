package dev.holdfast.audit;

import dev.holdfast.doctor.CheckResult;
import org.springframework.stereotype.Component;

/** Verifies the whole audit log on demand. */
@Component
public class AuditVerification {

  private final LogVerifier verifier;

  AuditVerification(LogVerifier verifier) {
    this.verifier = verifier;
  }

  /** Takes as long as the log is. */
  public CheckResult all() {
    return VerificationTexts.of(verifier.all());
  }
}

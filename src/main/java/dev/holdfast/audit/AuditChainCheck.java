package dev.holdfast.audit;

import dev.holdfast.doctor.CheckArea;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.DoctorCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether the record is what was written, as far as it was not verified before. Against somebody
 * who may change the database and knows this code it helps only to keep what was exported, or the
 * seal that is said here: whoever computes all later seals anew, and changes the requests with
 * them, leaves nothing to see.
 */
@Component
class AuditChainCheck implements DoctorCheck {

  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final LogVerifier verifier;
  private final VerifiedPositions verified;
  private final Duration budget;

  @Autowired
  AuditChainCheck(LogVerifier verifier, VerifiedPositions verified) {
    this(verifier, verified, BUDGET);
  }

  /**
   * @param budget how long rows are looked at
   */
  AuditChainCheck(LogVerifier verifier, VerifiedPositions verified, Duration budget) {
    this.verifier = verifier;
    this.verified = verified;
    this.budget = budget;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DATABASE;
  }

  @Override
  public String name() {
    return "Record";
  }

  @Override
  public List<String> needs() {
    return List.of(MIGRATIONS);
  }

  @Override
  public CheckResult check() {
    return VerificationTexts.of(verifier.since(verified.get(), budget));
  }
}

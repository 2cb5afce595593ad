package dev.holdfast.audit;

import dev.holdfast.audit.AuditChainReader.Unsealed;
import dev.holdfast.audit.AuditSealRepository.Head;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param from where it began
 * @param reached the last position at which everything was as it was written
 * @param head the end of the log when it began
 * @param fault what is wrong, as a sentence; empty when nothing was found
 * @param unsealed rows without a seal, as far as they were looked at
 */
record Verification(
    VerifiedPosition from,
    VerifiedPosition reached,
    Head head,
    Optional<String> fault,
    Unsealed unsealed) {

  /** Whether it got to the end of the log in its time. */
  boolean isComplete() {
    return reached.position() >= head.position();
  }
}

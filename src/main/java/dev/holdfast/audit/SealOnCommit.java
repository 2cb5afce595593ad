package dev.holdfast.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals what one transaction wrote, as the last thing before its commit. So the end of the chain is
 * locked only for as long as the commit takes; and no transaction waits for anything while it holds
 * that lock, so that none can wait for another in a circle.
 */
final class SealOnCommit implements TransactionSynchronization {

  private final AuditSealRepository seals;
  private final List<Long> written = new ArrayList<>();

  private SealOnCommit(AuditSealRepository seals) {
    this.seals = seals;
  }

  /**
   * The one of the transaction that runs.
   *
   * @throws IllegalStateException when none runs
   */
  static SealOnCommit ofTransaction(AuditSealRepository seals) {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(SealOnCommit.class::isInstance)
        .map(SealOnCommit.class::cast)
        .findFirst()
        .orElseGet(
            () -> {
              SealOnCommit sealing = new SealOnCommit(seals);
              TransactionSynchronizationManager.registerSynchronization(sealing);
              return sealing;
            });
  }

  void add(long id) {
    written.add(id);
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    if (!written.isEmpty()) {
      seals.seal(seals.lock(), seals.written(written));
    }
  }
}

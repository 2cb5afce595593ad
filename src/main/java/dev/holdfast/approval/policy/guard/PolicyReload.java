package dev.holdfast.approval.policy.guard;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Looks at the start and every few seconds whether the policy has changed, in the file of this
 * replica or in the database. What only asks something, as on the command line, changes nothing.
 */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class PolicyReload implements SmartInitializingSingleton, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(PolicyReload.class);
  private static final int SECONDS = 5;

  private final PolicyGuard guard;
  private boolean failed;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "policy");
            thread.setDaemon(true);
            return thread;
          });

  PolicyReload(PolicyGuard guard) {
    this.guard = guard;
  }

  @Override
  public void afterSingletonsInstantiated() {
    reload();
    executor.scheduleWithFixedDelay(this::reload, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void reload() {
    try {
      guard.refresh();
      failed = false;
    } catch (RuntimeException e) {
      if (!failed) {
        log.warn("Whether the policy has changed wasn't read, which is tried once more soon", e);
      }
      failed = true;
    }
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}

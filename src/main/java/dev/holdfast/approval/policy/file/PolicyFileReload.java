package dev.holdfast.approval.policy.file;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Has the policy file read again every few seconds; each replica reads its own. */
@Component
class PolicyFileReload implements SmartInitializingSingleton, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(PolicyFileReload.class);
  private static final int SECONDS = 5;

  private final PolicyFile file;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "policy-file");
            thread.setDaemon(true);
            return thread;
          });

  PolicyFileReload(PolicyFile file) {
    this.file = file;
  }

  @Override
  public void afterSingletonsInstantiated() {
    executor.scheduleWithFixedDelay(this::reload, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void reload() {
    try {
      file.reload();
    } catch (RuntimeException e) {
      log.warn("The policy file wasn't read again, which is tried once more soon", e);
    }
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}

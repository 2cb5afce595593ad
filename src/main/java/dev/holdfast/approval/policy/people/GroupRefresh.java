package dev.holdfast.approval.policy.people;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.PolicyInForce;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Has the groups of the policy read in the background, by whichever replica is first. */
@Component
@ConditionalOnWebApplication
class GroupRefresh implements SmartInitializingSingleton, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(GroupRefresh.class);
  private static final int SECONDS = 15;

  /** What takes longer is read on, and counts as soon as it was read. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final PolicyInForce policy;
  private final StoredGroups groups;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "group-refresh");
            thread.setDaemon(true);
            return thread;
          });

  GroupRefresh(PolicyInForce policy, StoredGroups groups) {
    this.policy = policy;
    this.groups = groups;
  }

  @Override
  public void afterSingletonsInstantiated() {
    executor.scheduleWithFixedDelay(this::refresh, 1, SECONDS, TimeUnit.SECONDS);
  }

  void refresh() {
    try {
      Set<GroupSource> sources = sources();
      groups.forgetAllBut(sources);
      groups.refreshOld(sources, LIMIT);
    } catch (RuntimeException e) {
      log.warn("Groups weren't read again, which is tried once more soon", e);
    }
  }

  private Set<GroupSource> sources() {
    return policy.get().groups().stream()
        .flatMap(group -> group.sources().stream())
        .collect(Collectors.toSet());
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}

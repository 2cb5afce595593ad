package dev.holdfast.request.store;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one transaction at a time, of all replicas, decide what begins on an environment. What is at
 * work there is not kept here: the requests themselves say so.
 */
@Repository
public class EnvironmentLockRepository {

  private final JdbcClient jdbc;

  EnvironmentLockRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits until no other transaction has any of these environments, and has them until the caller's
   * transaction ends. They are taken in a fixed order, so no two wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(Set<String> environmentIds) {
    new TreeSet<>(environmentIds).forEach(this::take);
  }

  private void take(String environmentId) {
    if (!taken(environmentId)) {
      jdbc.sql("insert into environment_locks (environment_id) values (?) on conflict do nothing")
          .param(environmentId)
          .update();
      taken(environmentId);
    }
  }

  private boolean taken(String environmentId) {
    return jdbc.sql(
            "select environment_id from environment_locks where environment_id = ? for update")
        .param(environmentId)
        .query(String.class)
        .optional()
        .isPresent();
  }
}

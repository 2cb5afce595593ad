package dev.holdfast.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Connections for the scheduler. A task that is scheduled in a transaction is stored with it. The
 * housekeeping, which sends the heartbeats of running tasks, has reserved connections: if it waited
 * for the same pool as a burst of messages, other replicas would take running tasks for dead.
 */
public final class SchedulerDataSource extends TransactionAwareDataSourceProxy {

  /** Three at a time, as many as the scheduler takes by itself. */
  private static final int THREADS = 3;

  private final ThreadGroup housekeepers = new ThreadGroup("housekeepers");
  private final DataSource reserved;

  public SchedulerDataSource(DataSource pool, DataSource reserved) {
    super(pool);
    this.reserved = reserved;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return Thread.currentThread().getThreadGroup() == housekeepers
        ? reserved.getConnection()
        : super.getConnection();
  }

  /** The threads that get reserved connections. */
  public ScheduledExecutorService housekeeperExecutor() {
    return Executors.newScheduledThreadPool(
        THREADS, work -> new Thread(housekeepers, work, "db-scheduler-housekeeper"));
  }
}

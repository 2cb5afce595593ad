package dev.holdfast.bot;

import dev.holdfast.message.Message;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Whether a turn or an answer failed for want of the database, which comes back. */
public final class DatabaseOutage {

  /** What to tell a person while all connections are in use. */
  public static final Message BUSY = Message.of("outage.busy");

  static final Message AWAY = Message.of("outage.database");

  /** How the pool says that all its connections are in use, which has no SQL state and no type. */
  private static final Pattern ALL_IN_USE =
      Pattern.compile("\\(total=\\d+, active=[1-9]\\d*, idle=0,");

  private DatabaseOutage() {}

  public static boolean isBehind(Throwable failure) {
    return causes(failure).anyMatch(DatabaseOutage::isOne);
  }

  /** What to tell the person whose turn failed so. */
  public static Message message(Throwable failure) {
    return causes(failure).anyMatch(DatabaseOutage::isBusy) ? BUSY : AWAY;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }

  /** The database is there, and all connections to it are in use. */
  private static boolean isBusy(Throwable cause) {
    return cause instanceof SQLTransientConnectionException
        && cause.getCause() == null
        && ALL_IN_USE.matcher(String.valueOf(cause.getMessage())).find();
  }

  /**
   * Where the line breaks inside a transaction, Spring throws the failed rollback in place of what
   * made it roll back, and the pool's "Connection is closed" under it has no state.
   */
  private static boolean isOne(Throwable cause) {
    return cause instanceof CannotCreateTransactionException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException
        || cause instanceof TransactionSystemException
        || (cause instanceof SQLException sql && isOfTheLine(sql.getSQLState()));
  }

  /** Connections, resources, an operator's intervention: classes 08, 53 and 57 of the standard. */
  private static boolean isOfTheLine(String state) {
    return state != null && Stream.of("08", "53", "57").anyMatch(state::startsWith);
  }
}

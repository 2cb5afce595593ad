package dev.holdfast.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.testing.Cable;
import dev.holdfast.testing.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the pool, the driver and Spring throw at each moment in which the line may break. */
@Tag("postgresql")
class DatabaseOutageTest {

  private final Cable cable = Cable.to(Databases.POSTGRESQL.empty());
  private HikariDataSource pool;
  private JdbcTemplate jdbc;
  private TransactionTemplate transactions;

  @BeforeEach
  void open() {
    pool = new HikariDataSource();
    pool.setDataSource(cable.database().dataSource());
    pool.setConnectionTimeout(500);
    jdbc = new JdbcTemplate(pool);
    transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  @AfterEach
  void close() {
    pool.close();
    cable.close();
  }

  @Test
  void noConnection() {
    cable.cut();
    assertThat(DatabaseOutage.isBehind(failureOf(this::ask))).isTrue();
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNotBusy() {
    cable.cut();
    assertThat(DatabaseOutage.message(failureOf(this::ask))).isEqualTo(DatabaseOutage.AWAY);
  }

  @Test
  void allConnectionsInUseIsBusy() throws SQLException {
    pool.setMaximumPoolSize(1);
    try (Connection taken = pool.getConnection()) {
      Throwable failure = failureOf(this::ask);

      assertThat(DatabaseOutage.isBehind(failure)).isTrue();
      assertThat(DatabaseOutage.message(failure)).isEqualTo(DatabaseOutage.BUSY);
    }
  }

  @Test
  void cutBeforeAStatement() {
    assertThat(DatabaseOutage.isBehind(failureOf(() -> cutThen(this::ask)))).isTrue();
  }

  @Test
  void cutBeforeTheCommit() {
    assertThat(DatabaseOutage.isBehind(failureOf(() -> cutThen(() -> {})))).isTrue();
  }

  @Test
  void cutBeforeARollback() {
    Throwable failure =
        failureOf(
            () ->
                cutThen(
                    () -> {
                      throw new IllegalStateException("of the turn");
                    }));
    assertThat(DatabaseOutage.isBehind(failure)).isTrue();
  }

  @Test
  void whatTheDatabaseRefusesIsNone() {
    Throwable failure =
        failureOf(
            () -> jdbc.execute("create table t (n int not null); insert into t (n) values (null)"));
    assertThat(failure).isInstanceOf(DataIntegrityViolationException.class);
    assertThat(DatabaseOutage.isBehind(failure)).isFalse();
  }

  private Throwable failureOf(Runnable work) {
    return catchThrowable(() -> transactions.executeWithoutResult(status -> work.run()));
  }

  private void cutThen(Runnable work) {
    ask();
    cable.cut();
    work.run();
  }

  private void ask() {
    jdbc.queryForObject("select 1", Integer.class);
  }
}

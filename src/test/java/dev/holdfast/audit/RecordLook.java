package dev.holdfast.audit;

import dev.holdfast.doctor.Verdict;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the doctor says of the whole record in a database, from the first row to the last. */
public final class RecordLook {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  private RecordLook() {}

  public static Verdict at(TestDatabase database) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    return new RecordCheckup(new Seals(jdbc), new Chain(jdbc), LONG_ENOUGH).check();
  }
}

package dev.holdfast.audit;

import dev.holdfast.doctor.Verdict;
import dev.holdfast.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of the whole record in a database, from the first row to the last. */
public final class RecordLook {

  private RecordLook() {}

  public static Verdict at(TestDatabase database) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    return new AuditVerification(
            new LogVerifier(new Seals(jdbc), new Chain(jdbc), new RequestComparison(jdbc)))
        .all();
  }
}

package dev.holdfast.audit;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of the whole record in a database, from the first row to the last. */
public final class RecordLook {

  private RecordLook() {}

  public static CheckResult at(TestDatabase database) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    return new AuditVerification(
            new LogVerifier(
                new AuditSealRepository(jdbc),
                new AuditChainReader(jdbc),
                new RequestComparison(jdbc)))
        .all();
  }
}

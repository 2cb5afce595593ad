package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A record on a database of its own, in the hands of Holdfast and of somebody who cheats. */
final class RecordBench implements AutoCloseable {

  final Workbench bench;
  private final Databases kind;

  RecordBench(Databases kind) {
    this(kind, kind.fresh());
  }

  RecordBench(Databases kind, TestDatabase database) {
    this.kind = kind;
    this.bench = new Workbench(database).open("request", "audit");
  }

  Request submitted() {
    RequestId id = bench.requests().nextId();
    return bench.add(Request.submit(id, details(restore(), 1, "draft of " + id)));
  }

  CheckResult looked() {
    return bench.get(AuditChainCheck.class).check();
  }

  void sweep() {
    bench.get(UnsealedEntrySweeper.Sweep.class).all();
  }

  JdbcClient jdbc() {
    return bench.get(JdbcClient.class);
  }

  void sql(String statement, Object... parameters) {
    jdbc().sql(statement).params(parameters).update();
  }

  long count(String table) {
    return jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  /** What the owner of the database can do: takes away what stands in the way of a change. */
  void unprotect() {
    if (kind == Databases.H2) {
      sql("drop trigger audit_append_only");
      sql("drop trigger audit_seals_append_only");
      sql("set referential_integrity false");
    } else {
      sql("alter table audit disable trigger all");
      sql("alter table audit_seals disable trigger all");
    }
  }

  @Override
  public void close() {
    bench.close();
  }
}

package dev.holdfast.request;

import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.StageStatus;
import dev.holdfast.request.store.RequestDocumentMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Restores that were started before the measurement begins, straight into the database. */
public final class RequestsInFlight {

  private static final int FIRST_NUMBER = 1001;
  private static final Person ALEX =
      new Person("5f8e2b1c-0000-4000-8000-000000000012", "Alex Wilber");

  /** As the last look has left them, so that the next sees nothing new. */
  private static final List<OperationStage> STAGES =
      List.of(
          new OperationStage("Validate", StageStatus.DONE, "Succeeded"),
          new OperationStage("Prepare", StageStatus.DONE, "Succeeded"),
          new OperationStage("Run", StageStatus.RUNNING, "Running"));

  private RequestsInFlight() {}

  /** The id of the operation that restore number {@code index} follows. */
  public static String operation(int index) {
    return "operation-" + index;
  }

  /**
   * Stores restores that run, each with the task that drives it.
   *
   * @param operations below which address the admin API answers for an operation's id
   * @param spread the first look at each is somewhere within this time from now
   */
  public static void store(DataSource database, int count, URI operations, Duration spread) {
    var jdbc = new JdbcTemplate(database);
    var now = Instant.now();
    var requests =
        IntStream.range(0, count)
            .mapToObj(
                index -> {
                  Request request = running(index, operations, now);
                  return new Object[] {
                    request.id().number(),
                    request.details().submission().draft(),
                    request.state().name(),
                    request.version(),
                    request.details().spec().source().id(),
                    request.details().spec().affected().id(),
                    ALEX.id(),
                    utc(now),
                    utc(now),
                    RequestDocumentMapper.write(request)
                  };
                })
            .toList();
    jdbc.batchUpdate(
        """
        insert into requests (id, draft, state, version, source_id, affected_id, requester_id,
          created_at, updated_at, body)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        requests);
    var tasks =
        IntStream.range(0, count)
            .mapToObj(
                index ->
                    new Object[] {
                      new RequestId(FIRST_NUMBER + index).toString(),
                      utc(now.plus(spread.multipliedBy(index).dividedBy(count)))
                    })
            .toList();
    jdbc.batchUpdate(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        values ('drive-request', ?, ?, false, 1)
        """,
        tasks);
    jdbc.execute("alter sequence request_number restart with " + (FIRST_NUMBER + count));
    jdbc.execute("analyze");
  }

  private static Request running(int index, URI operations, Instant now) {
    var restore =
        new RestoreSpec(
            new EnvironmentRef("source-" + index, "Contoso UAT " + index, "Sandbox", Map.of()),
            new EnvironmentRef("target-" + index, "Contoso Dev " + index, "Sandbox", Map.of()),
            now.minus(Duration.ofDays(1)),
            Optional.empty(),
            "Contoso Dev " + index,
            true,
            Optional.empty(),
            false);
    var details =
        new RequestDetails(
            restore,
            ALEX,
            "fresh data for testing",
            List.of(),
            new RequestDetails.Submission(
                "draft-" + index,
                ZoneOffset.UTC,
                new RequestOrigin("chat-" + index, "message-" + index, true),
                now),
            ApprovalTerms.ofAffected(restore, 0, List.of(), now.plus(Duration.ofDays(1))));
    Request request = Request.submit(new RequestId(FIRST_NUMBER + index), details);
    request.mainStep().commitStart(now);
    request.mainStep().accepted(
        new OperationProgress(
            Optional.of(operations.resolve(operation(index)).toString()),
            Optional.of(operation(index)),
            "Running",
            STAGES,
            now,
            now),
        "The service took the order.",
        now);
    return request;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

package dev.holdfast;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.holdfast.api.order.QueriesOfOrders;
import dev.holdfast.approval.delegation.QueriesOfDelegations;
import dev.holdfast.approval.join.QueriesOfJoins;
import dev.holdfast.approval.policy.guard.QueriesOfPolicies;
import dev.holdfast.approval.policy.people.QueriesOfGroups;
import dev.holdfast.approval.review.QueriesOfReviews;
import dev.holdfast.approval.window.QueriesOfWindows;
import dev.holdfast.audit.QueriesOfTheHistory;
import dev.holdfast.audit.QueriesOfTheLog;
import dev.holdfast.audit.sink.QueriesOfTheSink;
import dev.holdfast.chat.QueriesOfTheChat;
import dev.holdfast.doctor.QueriesOfTheDoctor;
import dev.holdfast.freeze.QueriesOfFreezes;
import dev.holdfast.metrics.QueriesOfTheMeters;
import dev.holdfast.notification.QueriesOfNotices;
import dev.holdfast.notification.policy.QueriesOfPolicyCards;
import dev.holdfast.request.store.QueriesOfRequests;
import dev.holdfast.series.QueriesOfSeries;
import dev.holdfast.support.tracing.QueriesOfTraces;
import dev.holdfast.teams.QueriesOfTeams;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.plans.Exercise;
import dev.holdfast.testing.plans.Exercises;
import dev.holdfast.testing.plans.GrownTables;
import dev.holdfast.testing.plans.PlanRecorder;
import dev.holdfast.testing.plans.QueryPlan;
import dev.holdfast.vocabulary.QueriesOfUnknownWords;
import dev.holdfast.webhook.QueriesOfWebhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every statement of Holdfast reads as little in large tables as in small ones. What is explained
 * is what the repositories execute. A new statement has to be run in the {@link Exercise} of its
 * package; the test names the method that is missing.
 */
@Tag("postgresql")
class QueryPlansTests {

  static final List<Exercise> EXERCISES =
      List.of(
          new QueriesOfRequests(),
          new QueriesOfTheLog(),
          new QueriesOfTheHistory(),
          new QueriesOfNotices(),
          new QueriesOfTeams(),
          new QueriesOfTheChat(),
          new QueriesOfTheDoctor(),
          new QueriesOfFreezes(),
          new QueriesOfPolicies(),
          new QueriesOfPolicyCards(),
          new QueriesOfDelegations(),
          new QueriesOfSeries(),
          new QueriesOfJoins(),
          new QueriesOfWindows(),
          new QueriesOfGroups(),
          new QueriesOfReviews(),
          new QueriesOfOrders(),
          new QueriesOfUnknownWords(),
          new QueriesOfTheMeters(),
          new QueriesOfTheSink(),
          new QueriesOfTraces(),
          new QueriesOfWebhooks());

  private static final GrownTables.Size SIZE = new GrownTables.Size(100_000, 1, 20_000);

  /** What reads all of a table by its nature, and why nobody waits for it. */
  private static final Map<String, String> WHOLE =
      Map.of(
          "AuditChainReader#next", "the export reads the log from its beginning",
          "AuditChainReader#unsealed(long, TimeRange, int)", "the export",
          "DatabasePart#counts", "the support bundle counts what there is",
          "DatabasePart#rows", "the support bundle, too",
          "RequestComparison#disagreeingOfAll", "the verification of all",
          "ActivityDeduplicator#forget", "deletes what has passed, once an hour");

  private static final JavaClasses HOLDFAST =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.holdfast");

  @ParameterizedTest
  @EnumSource
  void noStatementReadsMoreWhenTheTablesGrow(Databases kind) {
    Exercises exercises = new Exercises(kind, grown(kind));
    exercises.run(EXERCISES);
    runTheScheduler(kind, exercises.recorder());

    assertThat(slow(exercises.plans())).isEmpty();
    assertThat(notRun(exercises.callers()))
        .as("methods with a statement that no Exercise runs")
        .isEmpty();
  }

  private static TestDatabase grown(Databases kind) {
    TestDatabase database = kind.fresh();
    GrownTables.fill(
        new JdbcTemplate(database.dataSource()),
        kind,
        SIZE,
        QueriesOfRequests.document(),
        QueriesOfTheChat.document());
    return database;
  }

  /** One for each statement: that of its slowest run. */
  private static List<QueryPlan> slow(List<QueryPlan> plans) {
    Map<String, QueryPlan> slowest =
        plans.stream()
            .filter(QueryPlan::isSlow)
            .collect(
                toMap(
                    QueryPlan::sql,
                    plan -> plan,
                    (one, other) -> one.read() > other.read() ? one : other));
    return List.copyOf(slowest.values());
  }

  private static Set<String> notRun(Set<String> callers) {
    Set<String> whole =
        WHOLE.keySet().stream()
            .map(name -> name.replaceAll("\\(.*", ""))
            .collect(Collectors.toSet());
    return HOLDFAST.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(QueryPlansTests::isStatement)
        .map(call -> call.getOrigin().getOwner().getSimpleName() + "#" + call.getOrigin().getName())
        .map(name -> name.replaceAll("lambda\\$(\\w+)\\$\\d+", "$1"))
        .filter(name -> !callers.contains(name) && !whole.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isStatement(JavaMethodCall call) {
    return call.getTargetOwner().isAssignableTo(JdbcClient.class) && call.getName().equals("sql")
        || call.getTargetOwner().isAssignableTo(JdbcOperations.class);
  }

  /** Polls, runs a task, keeps it alive, and looks for dead ones. */
  private static void runTheScheduler(Databases kind, PlanRecorder database) {
    OneTimeTask<Void> task =
        Tasks.oneTime("exercise")
            .execute(
                (instance, context) ->
                    await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> ran(database, "set last_heartbeat")));
    SchedulerBuilder builder =
        Scheduler.create(database, task)
            .pollingInterval(Duration.ofMillis(50))
            .heartbeatInterval(Duration.ofMillis(200))
            .shutdownMaxWait(Duration.ofSeconds(20));
    Scheduler scheduler =
        (kind == Databases.POSTGRESQL ? builder.pollUsingLockAndFetch(0.5, 1.0) : builder).build();
    scheduler.schedule(task.instance("1"), Instant.now());
    scheduler.start();
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> ran(database, "delete from scheduled_tasks"));
    } finally {
      scheduler.stop();
    }
  }

  private static boolean ran(PlanRecorder database, String sql) {
    return database.plans().stream().anyMatch(plan -> plan.sql().contains(sql));
  }
}

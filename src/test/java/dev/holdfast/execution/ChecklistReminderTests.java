package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.execution.checklist.ChecklistReminder;
import dev.holdfast.message.Message;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.ChecklistTransitions;
import dev.holdfast.request.ChecklistTransitions.Tick;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are reminded once of what is still to be done after a restore. */
@EachDatabase
class ChecklistReminderTests {

  private static final List<ChecklistItem> ITEMS =
      List.of(
          ChecklistItem.of(KnownItem.USERS),
          ChecklistItem.of(KnownItem.BACKGROUND_OPERATIONS),
          ChecklistItem.of(KnownItem.ADMIN_MODE));

  private final Databases database;
  private final Target api = new Target();
  private final List<RequestEvent> events = new CopyOnWriteArrayList<>();
  private Workbench bench;
  private boolean fails;

  ChecklistReminderTests(Databases database) {
    this.database = database;
  }

  /** What reads the target meanwhile can do something else, too. */
  private static final class Target extends ScriptedAdminApi {

    Runnable onRead = () -> {};

    @Override
    public Environment environment(String id) {
      onRead.run();
      return super.environment(id);
    }
  }

  @BeforeEach
  void open() {
    bench =
        DriveBench.open(
            DriveBench.with((AdminApi) api, database, Map.of("checklist.remind-after", "2h"))
                .onEvents(this::hear));
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void hear(RequestEvent event) {
    if (fails && event.type() == RequestEventType.CHECKLIST_REMINDED) {
      throw new IllegalStateException("the process ends here");
    }
    events.add(event);
  }

  @Test
  void itsTaskIsStoredWithTheSuccess() {
    Request request = succeeded(ITEMS);
    verify(bench.scheduler)
        .schedule(
            argThat(
                (SchedulableInstance<?> task) ->
                    task.getTaskName().equals("remind-of-checklist")
                        && task.getId().equals(request.id().toString())
                        && task.getNextExecutionTime(NOW).equals(NOW.plus(Duration.ofHours(2)))));
  }

  @Test
  void whereThereIsNothingToDoNobodyIsReminded() {
    Request request = succeeded(List.of());
    verify(bench.scheduler, never())
        .schedule(
            argThat(
                (SchedulableInstance<?> task) ->
                    task != null && task.getTaskName().equals("remind-of-checklist")));
    remind(request);
    assertThat(reminded()).isEmpty();
  }

  @Test
  void itIsRemindedOfOnceHoweverOftenItsTaskRuns() throws Exception {
    Request request = succeeded(ITEMS);
    ExecutorService replicas = Executors.newFixedThreadPool(3);
    try {
      Callable<Boolean> task =
          () -> {
            remind(request);
            return true;
          };
      for (Future<Boolean> run : replicas.invokeAll(Collections.nCopies(3, task))) {
        run.get();
      }
    } finally {
      replicas.shutdownNow();
    }
    remind(request);
    assertThat(reminded()).containsExactly("users, background-operations, admin-mode");
  }

  @Test
  void whatIsOutOfAdministrationModeIsReadBefore() {
    Request request = succeeded(ITEMS);
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Sandbox");
    bench.clock.advance(Duration.ofHours(2));
    remind(request);
    assertThat(list(request).find("admin-mode").orElseThrow().tick())
        .contains(new Tick(Person.HOLDFAST, NOW.plus(Duration.ofHours(2))));
    assertThat(reminded()).containsExactly("users, background-operations");
  }

  @Test
  void whenAllIsDoneNobodyIsReminded() {
    Request request = succeeded(ITEMS);
    bench.change(request, r -> r.completed().checklist().tick("users", MEGAN, NOW));
    bench.change(request, r -> r.completed().checklist().tick("background-operations", ALEX, NOW));
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Sandbox");
    remind(request);
    assertThat(list(request).open()).isEmpty();
    assertThat(reminded()).isEmpty();
  }

  @Test
  void whatIsTickedWhileTheTargetIsReadCounts() {
    Request request = succeeded(ITEMS);
    api.onRead =
        () -> bench.change(request, r -> r.completed().checklist().tick("users", MEGAN, NOW));
    remind(request);
    assertThat(reminded()).containsExactly("background-operations, admin-mode");
    assertThat(list(request).find("users").orElseThrow().tick()).contains(new Tick(MEGAN, NOW));
  }

  @Test
  void whatCannotBeReadStaysOpen() {
    Request request = succeeded(ITEMS);
    api.onRead =
        () -> {
          throw new AdminApiException(Kind.BUSY, "no answer", Answer.NONE);
        };
    remind(request);
    assertThat(reminded()).containsExactly("users, background-operations, admin-mode");
  }

  @Test
  void afterACrashItIsRemindedOf() {
    Request request = succeeded(ITEMS);
    fails = true;
    assertThatThrownBy(() -> remind(request)).isInstanceOf(IllegalStateException.class);
    assertThat(list(request).isReminderDue()).isTrue();
    fails = false;
    remind(request);
    assertThat(reminded()).hasSize(1);
  }

  @Test
  void whileSomethingElseRunsThereNothingIsRead() {
    Request request = succeeded(ITEMS);
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Sandbox");
    Request backup =
        bench.add(
            Request.submit(
                bench.requests().nextId(), details(new BackupSpec(DEV, "", ""), 0, "backup")));
    bench.change(backup, r -> r.mainStep().commitStart(NOW));
    remind(request);
    assertThat(reminded()).containsExactly("users, background-operations, admin-mode");
  }

  @Test
  void whatWasOverwrittenAgainHasAnotherList() {
    Request request = succeeded(ITEMS);
    bench.clock.advance(Duration.ofHours(1));
    Request next =
        bench.add(Request.submit(bench.requests().nextId(), details(restore(), 0, "next")));
    bench.change(next, r -> r.mainStep().commitStart(bench.clock.instant()));
    remind(request);
    assertThat(reminded()).isEmpty();
  }

  private void remind(Request request) {
    bench.get(ChecklistReminder.class).remind(request.id());
  }

  /** What each reminder names. */
  private List<String> reminded() {
    return events.stream()
        .filter(event -> event.type() == RequestEventType.CHECKLIST_REMINDED)
        .map(RequestEvent::words)
        .toList();
  }

  private ChecklistTransitions list(Request request) {
    return bench.requests().find(request.id()).orElseThrow().completed().checklist();
  }

  private Request succeeded(List<ChecklistItem> items) {
    Request request = bench.add(Request.submit(bench.requests().nextId(), details(restore(), 0)));
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    bench.change(request, r -> r.mainStep().beginVerification(NOW));
    return bench.change(
        request,
        r -> {
          RequestEvent event =
              r.completed()
                  .succeedInAdministrationMode(
                      Message.plain("done"),
                      true,
                      new TargetObservation(
                          NOW, "AdminMode", Optional.of("Disabled"), Optional.empty()));
          r.completed().checklist().fix(items);
          return event;
        });
  }
}

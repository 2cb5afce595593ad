package dev.holdfast.request;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.app.OperationCatalogConfiguration;
import dev.holdfast.message.Message;
import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Digest;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.StepRole;
import dev.holdfast.request.step.StepRun;
import dev.holdfast.request.step.StepState;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.request.store.RequestDocumentMapper;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.MovedRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that anybody tries to move anyhow, from their submission on. */
@Tag(Lane.LOAD)
class RequestWalkTest {

  private static final RequestDocumentMapper DOCUMENTS =
      new RequestDocumentMapper(OperationCatalogConfiguration.operationCatalog());
  private static final int WALKS = 10_000;
  private static final int MOVES = 60;
  private static final List<Person> PEOPLE = List.of(ALEX, MEGAN, ADELE);
  private static final Set<RequestEventType> CALLS =
      EnumSet.of(RequestEventType.STARTING, RequestEventType.SAFETY_STARTING);

  @Test
  void noWalkCallsTwiceBlindlyOrReopensWhatIsClosed() {
    Set<RequestState> reached = EnumSet.noneOf(RequestState.class);
    for (int seed = 0; seed < WALKS; seed++) {
      new Walk(new Random(seed)).go(reached);
    }
    assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
  }

  /** One walk; the moves that a state doesn't allow are refused and change nothing. */
  private static final class Walk {

    private final Random random;
    private final Request request;
    private Instant now = NOW;
    private boolean mayCall = true;

    Walk(Random random) {
      this.random = random;
      OperationSpec spec =
          List.of(
                  restore(),
                  restoreWithSafetyBackup(),
                  backup(),
                  new LeaveAdminModeSpec(DEV, "R-2"))
              .get(random.nextInt(4));
      RequestDetails plain = details(spec, random.nextInt(3));
      RequestDetails details =
          random.nextInt(4) == 0 ? MovedRequests.startingAt(start(), plain) : plain;
      this.request =
          Request.submit(
              new RequestId(1),
              random.nextInt(5) == 0 ? MovedRequests.asRehearsal(details) : details);
    }

    private PlannedStart start() {
      return new PlannedStart(
          NOW.plus(Duration.ofMinutes(random.nextInt(30))), Duration.ofMinutes(random.nextInt(60)));
    }

    void go(Set<RequestState> reached) {
      for (int i = 0; i < MOVES; i++) {
        reached.add(request.state());
        now = now.plus(Duration.ofMinutes(random.nextInt(random.nextInt(50) == 0 ? 2000 : 5)));
        RequestSnapshot before = request.snapshot();
        boolean givenUp = request.resolution().isGivenUp();
        try {
          move().ifPresent(event -> check(before, event, givenUp));
        } catch (IllegalTransitionException refused) {
          assertThat(request.snapshot()).isEqualTo(before);
        }
      }
      Request read = DOCUMENTS.read(request.id(), RequestDocumentMapper.write(request));
      assertThat(read.state()).isEqualTo(request.state());
      assertThat(read.steps().stream().map(StepRun::state))
          .isEqualTo(request.steps().stream().map(StepRun::state).toList());
    }

    private void check(RequestSnapshot before, RequestEvent event, boolean givenUp) {
      assertThat(request.version()).isEqualTo(before.version() + 1).isEqualTo(event.version());
      assertThat(event.state()).isEqualTo(request.state());
      if (before.state().isClosed() && (before.state() != RequestState.UNKNOWN || givenUp)) {
        assertThat(request.state()).isEqualTo(before.state());
      }
      if (CALLS.contains(event.type())) {
        assertThat(request.details().isRehearsal()).as("a call of a rehearsal").isFalse();
        assertThat(mayCall).as("a call after an open one").isTrue();
        assertThat(request.queue().isEarly(event.at())).as("too early").isFalse();
        assertThat(request.queue().isLate(event.at())).as("too late").isFalse();
        mayCall = false;
      } else if (request.steps().stream().noneMatch(s -> s.state() == StepState.STARTING)) {
        mayCall = true;
      }
    }

    private Optional<RequestEvent> move() {
      return switch (random.nextInt(5)) {
        case 0 -> Optional.of(decide());
        case 1 -> queue();
        case 2 -> resolve();
        default -> step(random.nextBoolean() ? request.nextStep() : anyStep());
      };
    }

    private StepTransitions anyStep() {
      List<StepTransitions> all = request.transitions();
      return all.get(random.nextInt(all.size()));
    }

    private RequestEvent decide() {
      Person who = PEOPLE.get(random.nextInt(PEOPLE.size()));
      Digest digest = random.nextInt(9) == 0 ? new Digest("other") : request.details().digest();
      return switch (random.nextInt(12)) {
        case 0 -> request.approval().reject(who, "no", now);
        case 1 -> request.approval().cancel(who, now);
        case 2 -> request.approval().expire(now);
        case 3 -> request.approval().voidRequest(Message.plain("changed"), now);
        case 4 -> request.approval().endRehearsal(Message.plain("POST"), now);
        default -> request.approval().approve(who, "", digest, now);
      };
    }

    private Optional<RequestEvent> queue() {
      return switch (random.nextInt(5)) {
        case 4 -> Optional.of(request.queue().miss(now));
        case 3 -> request.completed().finOpsAwaited(reason("not ready "), Optional.empty(), now);
        case 0 ->
            request.queue().enqueue(Optional.of(new RequestId(2)), reason("R-2 goes first "), now);
        case 1 -> request.queue().dequeue(now);
        default -> request.waitFor(reason("busy "), now);
      };
    }

    private Message reason(String words) {
      return Message.plain(words + random.nextInt(2));
    }

    private Optional<RequestEvent> resolve() {
      ResolutionTransitions resolution = request.resolution();
      Person who = PEOPLE.get(random.nextInt(PEOPLE.size()));
      String comment = random.nextInt(4) == 0 ? "" : "looked";
      return Optional.of(
          switch (random.nextInt(12)) {
            case 0 -> resolution.resolveAsOperation(who, "op-1", comment, now);
            case 1 -> resolution.operationFound(progress("Running"), now);
            case 2 -> resolution.operationNotFound(Message.plain("none"), now);
            case 3 -> resolution.lookAgain(who, comment, now);
            case 4 ->
                random.nextBoolean()
                    ? resolution.proposeCallAgain(who, comment, now)
                    : resolution.callAgain(who, comment, now);
            case 5 -> resolution.confirm(who, comment, now);
            case 6 -> random.nextInt(4) == 0 ? resolution.giveUp(who, comment, now) : decide();
            case 7 -> request.completed().targetSeen(seen());
            case 9 -> request.completed().serviceErrorsRead(List.of(), now);
            case 10 -> request.completed().stopWaiting(who, comment, now);
            case 8 ->
                request
                    .completed()
                    .finOpsLate(reason("late "), random.nextBoolean(), List.of(), now);
            default -> request.completed().seenInAdministrationMode(true, now);
          });
    }

    private TargetObservation seen() {
      return new TargetObservation(now, "Ready", Optional.empty(), Optional.empty());
    }

    private Optional<RequestEvent> step(StepTransitions step) {
      return switch (random.nextInt(12)) {
        case 0 -> {
          step.recordNothingFound();
          mayCall = true;
          yield Optional.empty();
        }
        case 1 -> Optional.of(step.repeatStart(now));
        case 2 -> Optional.of(step.notStarted(Message.plain("busy"), now));
        case 3, 4 -> Optional.of(step.accepted(progress("Accepted"), "", now));
        case 5 -> step.observe(progress("Running " + random.nextInt(3)), now);
        case 6 -> Optional.of(step.beginVerification(now));
        case 7 -> Optional.of(succeed(step));
        case 8 -> Optional.of(end(step));
        default -> Optional.of(step.commitStart(now));
      };
    }

    private RequestEvent succeed(StepTransitions step) {
      if (step.spec().setsState()) {
        return step.request().completed().succeedInOrderedState(Message.plain("done"), seen());
      }
      return step.role() == StepRole.BEFORE
          ? step.taken(taken(), now)
          : step.succeed(Message.plain("done"), now);
    }

    private RequestEvent end(StepTransitions step) {
      Outcome how =
          new Outcome(
              now, Message.plain(""), Optional.empty(), Optional.empty(), random.nextBoolean());
      return random.nextBoolean() ? step.fail(how) : step.outcomeUnknown(how);
    }

    private CreatedBackup taken() {
      return new CreatedBackup(
          "b", now, now.plus(Duration.ofMinutes(15)), now.plus(Duration.ofDays(7)), true);
    }
  }
}

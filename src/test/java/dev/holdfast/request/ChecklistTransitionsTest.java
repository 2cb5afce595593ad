package dev.holdfast.request;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.message.Message;
import dev.holdfast.request.ChecklistTransitions.Entry;
import dev.holdfast.request.ChecklistTransitions.Tick;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.TargetObservation;
import dev.holdfast.testing.LeaveRequests;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What there is to do after a restore, and who says that it's done. */
class ChecklistTransitionsTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final ChecklistItem USERS = ChecklistItem.of(KnownItem.USERS);
  private static final ChecklistItem BACKGROUND = ChecklistItem.of(KnownItem.BACKGROUND_OPERATIONS);
  private static final ChecklistItem ADMIN_MODE = ChecklistItem.of(KnownItem.ADMIN_MODE);
  private static final ChecklistItem OWN = ChecklistItem.own(1, "Tell the testers");

  @Test
  void onlyWhatHasSucceededAndOverwrittenSomethingGetsAList() {
    assertRefused(verifying(restore()), r -> r.completed().checklist().fix(List.of(USERS)));
    Request backup = verifying(backup());
    backup.mainStep().succeed(Message.plain("done"), NOW);
    assertThat(backup.completed().checklist().isToBeFixed()).isFalse();
    assertRefused(backup, r -> r.completed().checklist().fix(List.of(USERS)));
    Request request = succeeded("Disabled");
    assertThat(request.completed().checklist().isToBeFixed()).isFalse();
    assertRefused(request, r -> r.completed().checklist().fix(List.of(USERS)));
  }

  @Test
  void atFirstAllOfItIsOpen() {
    ChecklistTransitions checklist = succeeded("Disabled").completed().checklist();
    assertThat(checklist.open()).containsExactly(USERS, OWN, BACKGROUND, ADMIN_MODE);
    assertThat(checklist.openBeforeLeaving()).containsExactly(USERS, OWN);
    assertThat(checklist.isReminderDue()).isTrue();
  }

  @Test
  void aPersonTicksAnItemOnce() {
    Request request = succeeded("Disabled");
    long before = request.version();
    RequestEvent event = request.completed().checklist().tick("own-1", MEGAN, LATER);
    assertThat(event)
        .isEqualTo(
            new RequestEvent(
                request.id(),
                before + 1,
                RequestEventType.CHECKLIST_TICKED,
                RequestState.SUCCEEDED,
                MEGAN,
                LATER,
                "own-1 (Tell the testers)"));
    assertThat(request.completed().checklist().find("own-1"))
        .contains(new Entry(OWN, Optional.of(new Tick(MEGAN, LATER))));
    assertRefused(request, r -> r.completed().checklist().tick("own-1", ALEX, LATER));
    assertRefused(request, r -> r.completed().checklist().tick("own-2", ALEX, LATER));
  }

  @Test
  void anotherTakesItBackOnce() {
    Request request = succeeded("Disabled");
    assertRefused(request, r -> r.completed().checklist().untick("users", ALEX, LATER));
    request.completed().checklist().tick("users", MEGAN, LATER);
    RequestEvent event = request.completed().checklist().untick("users", ALEX, LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.CHECKLIST_UNTICKED);
    assertThat(event.who()).isEqualTo(ALEX);
    assertThat(event.words()).isEqualTo("users");
    assertThat(request.completed().checklist().open()).contains(USERS);
    assertRefused(request, r -> r.completed().checklist().untick("users", ALEX, LATER));
  }

  @Test
  void whatWasReadAtTheEndIsTicked() {
    Request request = succeeded("Enabled");
    assertThat(request.completed().checklist().find("background-operations"))
        .contains(new Entry(BACKGROUND, Optional.of(new Tick(Person.HOLDFAST, NOW))));
    assertThat(request.completed().checklist().open()).contains(ADMIN_MODE);
    assertThat(succeeded("Hidden").completed().checklist().open()).contains(BACKGROUND);
  }

  @Test
  void nobodyTakesBackWhatWasRead() {
    assertRefused(
        succeeded("Enabled"),
        r -> r.completed().checklist().untick("background-operations", ALEX, LATER));
  }

  @Test
  void withAdministrationModeOffItsItemIsTicked() {
    Request request = left("Enabled");
    assertThat(request.completed().checklist().open()).containsExactly(USERS, OWN);
    assertThat(request.completed().checklist().find("admin-mode").orElseThrow().tick())
        .contains(new Tick(Person.HOLDFAST, LATER));
  }

  @Test
  void backgroundOperationsAreTickedOnlyIfTheyWereReadToBeOn() {
    assertThat(left("Disabled").completed().checklist().open())
        .containsExactly(USERS, OWN, BACKGROUND);
  }

  @Test
  void whatAPersonSaidBeforeStays() {
    Request request = succeeded("Disabled");
    request.completed().checklist().tick("admin-mode", MEGAN, NOW);
    leave(request, "Enabled");
    assertThat(request.completed().checklist().find("admin-mode").orElseThrow().tick())
        .contains(new Tick(MEGAN, NOW));
  }

  @Test
  void whatIsReadLaterIsAnEventIfItWasOpen() {
    Request request = succeeded("Disabled");
    RequestEvent event =
        request
            .completed()
            .checklist()
            .read(EnumSet.of(KnownItem.ADMIN_MODE, KnownItem.BACKGROUND_OPERATIONS), LATER)
            .orElseThrow();
    assertThat(event.type()).isEqualTo(RequestEventType.CHECKLIST_TICKED);
    assertThat(event.who()).isEqualTo(Person.HOLDFAST);
    assertThat(event.words()).isEqualTo("background-operations, admin-mode");
    assertThat(request.completed().checklist().open()).containsExactly(USERS, OWN);
    long version = request.version();
    assertThat(request.completed().checklist().read(EnumSet.of(KnownItem.ADMIN_MODE), LATER))
        .isEmpty();
    assertThat(request.version()).isEqualTo(version);
  }

  @Test
  void itIsRemindedOfOnce() {
    Request request = succeeded("Disabled");
    request.completed().checklist().tick("users", MEGAN, LATER);
    RequestEvent event = request.completed().checklist().remind(LATER);
    assertThat(event.type()).isEqualTo(RequestEventType.CHECKLIST_REMINDED);
    assertThat(event.words())
        .isEqualTo("own-1 (Tell the testers), background-operations, admin-mode");
    assertThat(request.completed().checklist().isReminderDue()).isFalse();
    assertRefused(request, r -> r.completed().checklist().remind(LATER));
    request.completed().checklist().untick("users", MEGAN, LATER);
    assertThat(request.completed().checklist().isReminderDue()).isFalse();
  }

  @Test
  void ofNothingNobodyIsReminded() {
    Request request = succeeded("Disabled");
    List.of("users", "own-1", "background-operations", "admin-mode")
        .forEach(item -> request.completed().checklist().tick(item, MEGAN, LATER));
    assertThat(request.completed().checklist().open()).isEmpty();
    assertRefused(request, r -> r.completed().checklist().remind(LATER));
  }

  private static Request left(String background) {
    Request request = succeeded("Disabled");
    leave(request, background);
    return request;
  }

  private static void leave(Request request, String background) {
    RequestId id = new RequestId(2);
    request.leaving().ask(ALEX, true, id, NOW);
    Request other = LeaveRequests.of(id, request, ALEX, NOW);
    other
        .completed()
        .succeedInOrderedState(
            Message.plain("left"),
            new TargetObservation(LATER, "Enabled", Optional.of(background), Optional.empty()));
    request.leaving().done(other);
  }

  private static Request succeeded(String background) {
    Request request = verifying(restore());
    request
        .completed()
        .succeedInAdministrationMode(
            Message.plain("done"),
            true,
            new TargetObservation(NOW, "AdminMode", Optional.of(background), Optional.empty()));
    request.completed().checklist().fix(List.of(USERS, OWN, BACKGROUND, ADMIN_MODE));
    return request;
  }

  private static Request verifying(OperationSpec spec) {
    Request request = Request.submit(new RequestId(1), details(spec, 0));
    request.mainStep().commitStart(NOW);
    request.mainStep().accepted(progress("Accepted"), "", NOW);
    request.mainStep().beginVerification(NOW);
    return request;
  }

  private static void assertRefused(Request request, Consumer<Request> change) {
    long version = request.version();
    assertThatThrownBy(() -> change.accept(request)).isInstanceOf(IllegalTransitionException.class);
    assertThat(request.version()).isEqualTo(version);
  }
}

package dev.holdfast.adminapi.both;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApi.Order;
import dev.holdfast.adminapi.AdminApi.Route;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.SettableClock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CombinedAdminApiTest {

  private static final String DEV = Samples.DEV.id();
  private static final RestoreOrder RESTORE =
      new RestoreOrder(Samples.UAT.id(), DEV, "", Samples.NOW, true, Optional.empty());

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final ScriptedAdminApi bap = new ScriptedAdminApi();
  private final ScriptedAdminApi ppapi = new ScriptedAdminApi();
  private final CombinedAdminApi both = new CombinedAdminApi(bap, ppapi, new AnswerHistory(clock));

  private static AdminApiException failure(Kind kind) {
    return new AdminApiException(kind, kind + "!", AdminApiException.Answer.NONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UNAUTHORIZED", "NOT_REGISTERED", "FORBIDDEN", "UNREACHABLE"})
  void whatThePreferredOneRefusesTheOtherIsAsked(Kind refusal) {
    bap.environments.remove(DEV);
    bap.down(Optional.of(failure(refusal)));

    assertThat(both.environment(DEV).id()).isEqualTo(DEV);
    assertThat(both.environments()).hasSize(2);
    assertThat(both.operations(DEV)).isEmpty();
    assertThat(both.backups(DEV)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UNAUTHORIZED", "NOT_REGISTERED", "FORBIDDEN", "UNREACHABLE", "NOT_FOUND"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatIsNoRefusalIsNotAskedTwice(Kind failure) {
    bap.down(Optional.of(failure(failure)));

    assertThatThrownBy(() -> both.environment(DEV)).hasMessage(failure + "!");
    assertThatThrownBy(both::environments).hasMessage(failure + "!");
    assertThatThrownBy(() -> both.operations(DEV)).hasMessage(failure + "!");
    assertThatThrownBy(() -> both.route(Order.BACKUP, DEV)).hasMessage(failure + "!");
  }

  @Test
  void whereNeitherAnswersTheWordOfThePreferredOneCounts() {
    bap.down(Optional.of(failure(Kind.NOT_REGISTERED)));
    ppapi.down(Optional.of(failure(Kind.THROTTLED)));

    assertThatThrownBy(() -> both.environment(DEV)).hasMessage("NOT_REGISTERED!");
  }

  @Test
  void anEnvironmentThatIsNotThereMayBeARoleThatIsMissing() {
    bap.environments.remove(DEV);
    assertThat(both.environment(DEV).id()).isEqualTo(DEV);

    ppapi.environments.remove(DEV);
    assertThatThrownBy(() -> both.environment(DEV))
        .isInstanceOfSatisfying(
            AdminApiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
  }

  @Test
  void itIsToldWhichOneDescribesEnvironments() {
    both.environment(DEV);
    assertThat(both.flavor()).contains(AdminApiFlavor.BAP);

    bap.down(Optional.of(failure(Kind.FORBIDDEN)));
    both.environment(DEV);
    assertThat(both.flavor()).contains(AdminApiFlavor.PPAPI);
  }

  @Test
  void anEmptyListMayBeARoleThatIsMissing() {
    bap.environments.clear();

    assertThat(both.environments()).hasSize(2);
  }

  @Test
  void eachOrderGoesToTheOneThatTakesItBest() {
    assertThat(both.route(Order.BACKUP, DEV).flavor()).contains(AdminApiFlavor.BAP);
    assertThat(both.route(Order.RESTORE, DEV).flavor()).contains(AdminApiFlavor.PPAPI);
    assertThat(both.route(Order.COPY, DEV).flavor()).contains(AdminApiFlavor.PPAPI);
    assertThat(both.route(Order.ADMINISTRATION_MODE, DEV).flavor()).contains(AdminApiFlavor.BAP);
    assertThat(both.route(Order.RETENTION, DEV).flavor()).contains(AdminApiFlavor.BAP);
  }

  @Test
  void theOperationsBeforeAnOrderAreThoseOfTheOneThatTakesIt() {
    bap.operations.add(operation("of-bap"));
    ppapi.operations.add(operation("of-ppapi"));

    assertThat(ids(both.route(Order.RESTORE, DEV))).containsExactly("of-ppapi");
    assertThat(ids(both.route(Order.BACKUP, DEV))).containsExactly("of-bap");

    ppapi.down(Optional.of(failure(Kind.FORBIDDEN)));
    Route other = both.route(Order.RESTORE, DEV);
    assertThat(other.flavor()).contains(AdminApiFlavor.BAP);
    assertThat(ids(other)).containsExactly("of-bap");
  }

  @Test
  void anOrderIsSentToOneOfThemOnceWhateverTheAnswer() {
    ppapi.starts(
        () -> {
          throw failure(Kind.FORBIDDEN);
        });

    assertThatThrownBy(() -> both.through(Optional.of(AdminApiFlavor.PPAPI)).restore(RESTORE))
        .hasMessage("FORBIDDEN!");
    assertThat(ppapi.restores).hasSize(1);
    assertThat(bap.restores).isEmpty();
  }

  @Test
  void whereAnOrderWasRefusedForWantOfARightTheNextGoesToTheOther() {
    ppapi.validation =
        () -> {
          throw failure(Kind.FORBIDDEN);
        };
    assertThatThrownBy(() -> both.validate(RESTORE)).hasMessage("FORBIDDEN!");

    assertThat(both.route(Order.RESTORE, DEV).flavor()).contains(AdminApiFlavor.BAP);

    clock.advance(Duration.ofMinutes(10));
    assertThat(both.route(Order.RESTORE, DEV).flavor()).contains(AdminApiFlavor.PPAPI);
  }

  @Test
  void whatFollowsAnOrderIsAskedOfTheSameOneAndNeverOfTheOther() {
    bap.operations.add(operation("of-bap"));
    ppapi.down(Optional.of(failure(Kind.FORBIDDEN)));

    assertThatThrownBy(() -> both.through(Optional.of(AdminApiFlavor.PPAPI)).operations(DEV))
        .hasMessage("FORBIDDEN!");
    assertThatThrownBy(() -> both.through(Optional.of(AdminApiFlavor.PPAPI)).backups(DEV))
        .hasMessage("FORBIDDEN!");
    assertThat(both.through(Optional.empty()).operations(DEV))
        .extracting(AdminOperation::id)
        .containsExactly("of-bap");
  }

  @Test
  void aGuardIsAskedWhicheverTakesTheOrder() {
    bap.starts(ScriptedAdminApi.accepted());
    RuntimeException refused = new IllegalStateException("stale");
    var guarded =
        both.through(Optional.of(AdminApiFlavor.BAP))
            .guardedBy(
                () -> {
                  throw refused;
                });

    assertThatThrownBy(() -> guarded.createBackup(new BackupOrder(DEV, "before the test", "")))
        .isSameAs(refused);
    assertThat(bap.backupOrders).isEmpty();
  }

  @Test
  void anOperationIsFollowedWhereItsAddressIs() {
    bap.polls(() -> new PollResult.Nothing("of BAP", Optional.empty()));
    ppapi.polls(() -> new PollResult.Nothing("of the other", Optional.empty()));

    assertThat(both.poll(at("https://europe.api.bap.microsoft.com/providers/Microsoft.X/op")))
        .isEqualTo(new PollResult.Nothing("of BAP", Optional.empty()));
    assertThat(both.poll(at("https://api.powerplatform.com/environmentmanagement/operations/op")))
        .isEqualTo(new PollResult.Nothing("of the other", Optional.empty()));
  }

  @Test
  void thePageShowsTheTable() throws Exception {
    String page = Files.readString(Path.of("src/docs/admin-api.md"));
    for (Question question : Question.values()) {
      String other = question.answeredByBoth() ? name(other(question.preferred())) : "–";
      assertThat(page)
          .contains("(`%s`) | %s | %s |".formatted(question, name(question.preferred()), other));
    }
  }

  private static AdminApiFlavor other(AdminApiFlavor flavor) {
    return flavor == AdminApiFlavor.BAP ? AdminApiFlavor.PPAPI : AdminApiFlavor.BAP;
  }

  private static String name(AdminApiFlavor flavor) {
    return flavor == AdminApiFlavor.BAP ? "BAP" : "Power Platform API";
  }

  private static OperationLocator at(String url) {
    return new OperationLocator(DEV, URI.create(url));
  }

  private static List<String> ids(Route route) {
    return route.operations().stream().map(AdminOperation::id).toList();
  }

  private static AdminOperation operation(String id) {
    return ScriptedAdminApi.listed(
        id,
        "Edit",
        Samples.NOW,
        "ServicePrincipal",
        AdminOperation.State.RUNNING,
        "Running",
        Optional.empty());
  }
}

package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.simulator.Tenant;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the port promises, whichever admin API is behind it. Both implementations see the same
 * simulated tenant over HTTP; what only one of them can do, the other must refuse to try. How often
 * a read is repeated before it fails is left to them.
 */
public abstract class AdminApiContract {

  private static final String NOWHERE = "00000000-0000-0000-0000-00000000beef";
  private static final Duration A_RESTORE = Duration.ofHours(2);

  private final Tenant tenant = new Tenant(this::over);
  private final AdminApi api = tenant.api;

  /** The implementation under test, talking to a server of the test. */
  protected abstract AdminApi over(URI base, Clock clock);

  @AfterEach
  void close() {
    tenant.close();
  }

  private String id(String name) {
    return tenant.named(name).id();
  }

  private OperationLocator restored(String source, String target) {
    return api.restore(tenant.restore(source, target)).operation().orElseThrow();
  }

  private OperationLocator restoredWith(String faults) {
    tenant.faults("Contoso Dev", faults);
    return restored("Contoso UAT", "Contoso Dev");
  }

  private AdminOperation look(OperationLocator ref) {
    PollResult poll = api.poll(ref);
    assertThat(poll).isInstanceOf(PollResult.Seen.class);
    return ((PollResult.Seen) poll).operation();
  }

  private static AdminApiException failure(Runnable call) {
    AdminApiException failure = catchThrowableOfType(AdminApiException.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  private void refusesToTry(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(UnsupportedOperationException.class);
    assertThat(tenant.orders()).isEmpty();
  }

  private List<String> ordered() {
    return tenant.orders().valueStream().map(order -> order.path("kind").asString()).toList();
  }

  @Test
  void everyPageOfEnvironmentsIsListed() {
    List<Environment> all = api.environments();
    assertThat(all).hasSize(31).extracting(Environment::id).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(Environment::displayName)
        .startsWith("Contoso Production", "Contoso UAT")
        .endsWith("Contoso Portal");
  }

  @Test
  void anEnvironmentIsReadWithAllThatTheRulesAsk() {
    Environment read = api.environment(id("Contoso UAT"));
    assertThat(read.displayName()).isEqualTo("Contoso UAT");
    assertThat(read.type()).isEqualTo(EnvironmentType.SANDBOX);
    assertThat(read.region()).isEqualTo("europe");
    assertThat(read.managed()).contains(true);
    assertThat(read.finOps()).isInstanceOf(FinOpsLink.Unified.class);
    assertThat(read.inAdministrationMode()).isFalse();
    assertThat(read.createdAt()).contains(tenant.clock.instant().minus(Duration.ofDays(700)));
    Environment.Dataverse dataverse = read.dataverse().orElseThrow();
    assertThat(dataverse.version()).contains("9.2.26101.00183");
    Environment.Retention retention = read.retention().orElseThrow();
    assertThat(retention.period()).contains(Duration.ofDays(7));
    assertThat(retention.availableFrom())
        .contains(tenant.clock.instant().minus(Duration.ofDays(7)));
  }

  @Test
  void theOddOnesAreListedAsOdd() {
    assertThat(tenant.named("Contoso Lab").type()).isEqualTo(EnvironmentType.UNKNOWN);
    assertThat(tenant.named("Contoso Lab").typeWord()).isEqualTo("Elastic");
    assertThat(tenant.named("Contoso LCS DevBox").finOps())
        .isInstanceOf(FinOpsLink.LcsLinked.class);
    assertThat(tenant.named("Contoso Sales").finOps()).isInstanceOf(FinOpsLink.None.class);
    Environment payroll = api.environment(id("Contoso Payroll"));
    assertThat(payroll.customerKey()).contains(true);
    assertThat(payroll.networkPolicy()).isPresent();
  }

  @Test
  void dataverseTellsHowFinanceAndOperationsIsDeployed() {
    assertThat(api.finOpsDeployment(tenant.named("Contoso Dev")))
        .map(FinOpsDeployment::deploymentType)
        .contains("OnlineDev");
    assertThat(api.finOpsDeployment(tenant.named("Contoso Sales"))).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(failure(() -> api.environment(NOWHERE)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failure(() -> api.backups(NOWHERE)).kind()).isEqualTo(Kind.NOT_FOUND);
    AdminApiException order =
        failure(() -> api.createBackup(new BackupOrder(NOWHERE, "label", "")));
    assertThat(order.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(order.answer().code()).contains("EnvironmentNotFound");
    assertThat(order.answer().correlationId()).isPresent();
  }

  @Test
  void aBackupIsMadeAndListed() {
    Instant now = tenant.clock.instant();
    OperationAccepted started =
        api.createBackup(new BackupOrder(id("Contoso UAT"), "before", "for Işıl"));
    assertThat(started.backup()).map(Backup::label).contains("before");
    List<Backup> backups = api.backups(id("Contoso UAT"));
    assertThat(backups)
        .extracting(Backup::label)
        .containsExactly("before", "Golden configuration", "Before import of open orders");
    Backup made = backups.get(0);
    assertThat(made.point()).isEqualTo(now);
    assertThat(made.expires()).contains(now.plus(Duration.ofDays(7)));
    assertThat(made.notes())
        .isEqualTo(api.capabilities().backupNotes() ? Optional.of("for Işıl") : Optional.empty());
  }

  @Test
  void aBackupIsDeletedAndThenThereIsNoneToDelete() {
    String uat = id("Contoso UAT");
    Backup golden = api.backups(uat).get(0);
    assertThat(api.deleteBackup(uat, golden.id()).operation()).isEmpty();
    assertThat(api.backups(uat)).hasSize(1).doesNotContain(golden);
    AdminApiException again = failure(() -> api.deleteBackup(uat, golden.id()));
    assertThat(again.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(again).hasMessageContaining("could not be found");
    assertThat(ordered()).containsExactly("backup-deletion", "backup-deletion");
  }

  @Test
  void aBackupIsOnlyDeletedFromItsOwnEnvironment() {
    Backup golden = api.backups(id("Contoso UAT")).get(0);
    assertThat(failure(() -> api.deleteBackup(id("Contoso Dev"), golden.id())).kind())
        .isEqualTo(Kind.NOT_FOUND);
    assertThat(api.backups(id("Contoso UAT"))).contains(golden);
  }

  @Test
  void noBackupIsDeletedWhileAnOperationRuns() {
    restored("Contoso UAT", "Contoso Dev");
    api.backups(id("Contoso Dev")).stream()
        .map(Backup::id)
        .findFirst()
        .ifPresentOrElse(
            backup ->
                assertThat(failure(() -> api.deleteBackup(id("Contoso Dev"), backup)).kind())
                    .isEqualTo(Kind.BUSY),
            () -> assertThat(api.backups(id("Contoso Dev"))).isNotEmpty());
  }

  @Test
  void anOrderThatItsGuardRefusesIsNotSent() {
    IllegalStateException stale = new IllegalStateException("stale");
    AdminApi guarded =
        api.guardedBy(
            () -> {
              throw stale;
            });
    RestoreOrder restore = tenant.restore("Contoso UAT", "Contoso Dev");
    BackupOrder backup = new BackupOrder(id("Contoso UAT"), "before", "");
    assertThatThrownBy(() -> guarded.restore(restore)).isSameAs(stale);
    assertThatThrownBy(() -> guarded.createBackup(backup)).isSameAs(stale);
    assertThatThrownBy(() -> guarded.deleteBackup(id("Contoso UAT"), "b-1")).isSameAs(stale);
    assertThat(tenant.orders()).isEmpty();
    assertThat(guarded.environments()).isNotEmpty();
  }

  @Test
  void everyPageOfBackupsIsListedNewestFirst() {
    String sales = id("Contoso Sales");
    IntStream.range(0, 23)
        .forEach(
            number -> {
              tenant.clock.advance(Duration.ofMinutes(1));
              api.createBackup(new BackupOrder(sales, "number " + number, ""));
            });
    List<Backup> backups = api.backups(sales);
    assertThat(backups).hasSize(24).extracting(Backup::label).startsWith("number 22", "number 21");
    assertThat(backups).extracting(Backup::id).doesNotHaveDuplicates();
  }

  @Test
  void aBackupThatCannotBeMadeIsRefusedWithTheServicesWords() {
    BackupOrder order = new BackupOrder(id("Contoso (default)"), "mine", "");
    AdminApiException refusal = failure(() -> api.createBackup(order));
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal.refused()).isTrue();
    assertThat(refusal).hasMessageContaining("environment of type Default");
  }

  @Test
  void aRestoreIsFollowedToItsEndInAdministrationMode() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    OperationLocator ref = api.restore(order).operation().orElseThrow();
    assertThat(ref.environmentId()).isEqualTo(order.targetId());
    assertThat(look(ref).state()).isEqualTo(State.NOT_STARTED);
    tenant.clock.advance(Duration.ofHours(1));
    AdminOperation running = look(ref);
    assertThat(running.state()).isEqualTo(State.RUNNING);
    assertThat(running.stages())
        .extracting(stage -> stage.name() + " " + stage.state())
        .startsWith("Validate SUCCEEDED", "Prepare SUCCEEDED", "Run RUNNING");
    assertThat(api.environment(order.targetId()).inAdministrationMode()).isFalse();
    tenant.clock.advance(Duration.ofHours(1));
    assertThat(look(ref).state()).isEqualTo(State.SUCCEEDED);
    assertThat(api.environment(order.targetId()).inAdministrationMode()).isTrue();
    assertThat(ordered()).containsExactly("restore");
  }

  @Test
  void everyPartOfAnOrderArrives() {
    String group = "6c0c3a52-1c7e-4c9d-8a44-2f3f4d1e6a10";
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    Instant point = tenant.clock.instant().minus(Duration.ofHours(30));
    api.restore(
        new RestoreOrder(
            order.sourceId(), order.targetId(), "Işıl's Dev", point, true, Optional.of(group)));
    String body = tenant.orders().get(0).path("body").toString();
    assertThat(body).contains(order.sourceId()).containsPattern("(?i)\"skipAuditData\":true");
    assertThat(body).containsPattern("2026-11-19[ T]04:00:00");
    tenant.clock.advance(A_RESTORE);
    Environment after = api.environment(order.targetId());
    assertThat(after.displayName()).isEqualTo("Işıl's Dev");
    assertThat(after.securityGroupId()).contains(group);
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsFollowedToItsEndInAdministrationMode(CopyType type) {
    CopyOrder order = copy("Contoso UAT", "Contoso Dev", type);
    OperationLocator ref = api.copy(order).operation().orElseThrow();
    assertThat(ref.environmentId()).isEqualTo(order.targetId());
    assertThat(api.operations(order.targetId()))
        .singleElement()
        .satisfies(operation -> assertThat(operation.type()).isEqualTo("Copy"));
    tenant.clock.advance(A_RESTORE);
    assertThat(look(ref).state()).isEqualTo(State.SUCCEEDED);
    Environment after = api.environment(order.targetId());
    assertThat(after.inAdministrationMode()).isTrue();
    assertThat(after.displayName()).isEqualTo("Contoso Dev 2");
    assertThat(ordered()).containsExactly("copy");
  }

  @Test
  void aCopyThatFailsCarriesTheServicesWords() {
    CopyOrder order = copy("Contoso UAT", "Contoso Broken", CopyType.FULL);
    OperationLocator ref = api.copy(order).operation().orElseThrow();
    tenant.clock.advance(A_RESTORE);
    assertThat(look(ref).state()).isEqualTo(State.FAILED);
    assertThat(look(ref).error().orElseThrow().message())
        .contains("customizations of the source do not fit");
    assertThat(api.environment(order.targetId()).inAdministrationMode()).isFalse();
  }

  @Test
  void whatMayNotBeCopiedIsRefusedWithTheServicesWords() {
    for (String target : List.of("Contoso Production", "Contoso US UAT", "Contoso UAT")) {
      AdminApiException refusal =
          failure(() -> api.copy(copy("Contoso UAT", target, CopyType.FULL)));
      assertThat(refusal.kind()).as(target).isEqualTo(Kind.INVALID);
      assertThat(refusal.refused()).isTrue();
    }
    assertThat(
            failure(() -> api.copy(copy("Contoso UAT", "Contoso Archive", CopyType.FULL))).kind())
        .isEqualTo(Kind.NO_CAPACITY);
  }

  @Test
  void aCopyIsSentOnceAndItsFateIsOpenWhenTheConnectionBreaks() {
    CopyOrder order = copy("Contoso UAT", "Contoso Cutoff", CopyType.FULL);
    AdminApiException failure = failure(() -> api.copy(order));
    assertThat(failure.refused()).isFalse();
    assertThat(ordered()).containsExactly("copy");
    tenant.clock.advance(Duration.ofHours(1));
    assertThat(api.operations(order.targetId())).hasSize(1);
  }

  @Test
  void aCheckOfACopyStartsNothing() {
    CopyOrder order = copy("Contoso UAT", "Contoso Dev", CopyType.MINIMAL);
    if (!api.capabilities().dryRun()) {
      refusesToTry(() -> api.validate(order));
      return;
    }
    assertThat(api.validate(order).passed()).isTrue();
    assertThat(api.operations(order.targetId())).isEmpty();
    assertThat(ordered()).containsExactly("validation");
    assertThat(api.validate(copy("Contoso UAT", "Contoso US UAT", CopyType.FULL)).objections())
        .anyMatch(words -> words.contains("in the same region"));
  }

  private CopyOrder copy(String source, String target, CopyType type) {
    return new CopyOrder(id(source), id(target), "Contoso Dev 2", type, true, Optional.empty());
  }

  @Test
  void aRestoreThatFailsCarriesTheServicesWords() {
    OperationLocator ref = restored("Contoso UAT", "Contoso Broken");
    tenant.clock.advance(A_RESTORE);
    AdminOperation failed = look(ref);
    assertThat(failed.state()).isEqualTo(State.FAILED);
    AdminOperation.Fault fault = failed.error().orElseThrow();
    assertThat(fault.code()).isEqualTo("RestoreFailed_FinOpsDatabase");
    assertThat(fault.message()).contains("customizations of the source do not fit");
    assertThat(api.environment(id("Contoso Broken")).inAdministrationMode()).isFalse();
  }

  @Test
  void aRestoreThatFailsWithoutWordsHasFailedToo() {
    OperationLocator ref = restored("Contoso UAT", "Contoso Silent");
    tenant.clock.advance(A_RESTORE);
    assertThat(look(ref).state()).isEqualTo(State.FAILED);
    assertThat(look(ref).error()).isEmpty();
  }

  @Test
  void whatIsNotAllowedIsRefusedWithTheServicesWords() {
    AdminApiException refusal =
        failure(() -> api.restore(tenant.restore("Contoso UAT", "Contoso US UAT")));
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal.refused()).isTrue();
    assertThat(refusal).hasMessageContaining("must be in the same region");
  }

  @Test
  void aBusyEnvironmentTakesNoSecondOrder() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    api.restore(order);
    AdminApiException refusal = failure(() -> api.restore(order));
    assertThat(refusal.kind()).isEqualTo(Kind.BUSY);
    assertThat(refusal.refused()).isTrue();
    assertThat(refusal.answer().code()).contains("OperationNotStartable");
    assertThat(api.operations(order.targetId())).hasSize(1);
  }

  @Test
  void wantOfCapacityIsToldAsSuch() {
    AdminApiException refusal =
        failure(() -> api.restore(tenant.restore("Contoso UAT", "Contoso Archive")));
    assertThat(refusal.kind()).isEqualTo(Kind.NO_CAPACITY);
    assertThat(refusal.refused()).isTrue();
  }

  @Test
  void operationsAreListedNewestFirstAndCanBeFollowedFromTheList() {
    OperationLocator first = restored("Contoso UAT", "Contoso Dev");
    tenant.clock.advance(A_RESTORE);
    OperationLocator second = restored("Contoso Production", "Contoso Dev");
    List<AdminOperation> listed = api.operations(id("Contoso Dev"));
    assertThat(listed)
        .extracting(AdminOperation::id)
        .containsExactly(look(second).id(), look(first).id());
    AdminOperation newest = listed.get(0);
    assertThat(newest.type()).isEqualTo("Restore");
    assertThat(newest.createdAt()).contains(tenant.clock.instant());
    assertThat(newest.requestedBy())
        .map(AdminOperation.Principal::type)
        .contains("ServicePrincipal");
    tenant.clock.advance(A_RESTORE);
    assertThat(look(newest.ref()).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void everyPageOfOperationsIsListed() {
    IntStream.range(0, 12)
        .forEach(
            number -> {
              restored("Contoso UAT", "Contoso Dev");
              tenant.clock.advance(A_RESTORE.plusMinutes(1));
            });
    assertThat(api.operations(id("Contoso Dev")))
        .hasSize(12)
        .extracting(AdminOperation::createdAt)
        .isSortedAccordingTo((one, other) -> other.orElseThrow().compareTo(one.orElseThrow()));
  }

  @Test
  void anEarlyLookMayShowNothing() {
    OperationLocator ref =
        restoredWith("[{\"kind\":\"poll-empty\",\"times\":1},{\"kind\":\"poll-404\",\"times\":1}]");
    assertThat(api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
    assertThat(api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
    assertThat(look(ref).state()).isEqualTo(State.NOT_STARTED);
  }

  @Test
  void aLookTellsHowLongToWait() {
    OperationLocator ref = restored("Contoso UAT", "Contoso Dev");
    assertThat(api.poll(ref).retryAfter()).contains(Duration.ofMinutes(6));
  }

  @Test
  void aStateThatNobodyHasHeardOfIsShownAsItIs() {
    OperationLocator ref = restoredWith("[{\"kind\":\"unknown-state\"}]");
    tenant.clock.advance(Duration.ofMinutes(30));
    assertThat(look(ref).state()).isEqualTo(State.UNKNOWN);
    assertThat(look(ref).stateWord()).isEqualTo("Replicating");
  }

  @Test
  void throttlingIsToldWithTheTimeToWait() {
    OperationLocator ref = restoredWith("[{\"kind\":\"poll-429\",\"times\":50,\"retryAfter\":7}]");
    AdminApiException look = failure(() -> api.poll(ref));
    assertThat(look.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(look.answer().retryAfter()).contains(Duration.ofSeconds(7));
    tenant.faults("Contoso Test", "[{\"kind\":\"order-429\",\"times\":1}]");
    AdminApiException order = failure(() -> restored("Contoso UAT", "Contoso Test"));
    assertThat(order.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(order.refused()).isTrue();
    assertThat(order.answer().retryAfter()).contains(Duration.ofSeconds(5));
    assertThat(api.operations(id("Contoso Test"))).isEmpty();
  }

  @Test
  void aGarbledLookIsNoState() {
    OperationLocator ref = restoredWith("[{\"kind\":\"poll-garbled\",\"times\":1}]");
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(Kind.GARBLED);
    assertThat(look(ref).state()).isEqualTo(State.NOT_STARTED);
  }

  @Test
  void aLookAtAServiceInTroubleIsNoState() {
    OperationLocator ref = restoredWith("[{\"kind\":\"poll-500\",\"times\":50}]");
    AdminApiException look = failure(() -> api.poll(ref));
    assertThat(look.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(look.answer().status()).isEqualTo(500);
    tenant.faults("Contoso Dev", "[]");
    assertThat(look(ref).state()).isEqualTo(State.NOT_STARTED);
  }

  @Test
  void anOrderIsSentOnceAndItsFateIsOpenWhenTheServiceIsInTrouble() {
    tenant.faults("Contoso Dev", "[{\"kind\":\"order-500\"}]");
    for (Runnable order : orders("Contoso Dev")) {
      int before = tenant.orders().size();
      AdminApiException failure = failure(order);
      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(failure.refused()).isFalse();
      assertThat(tenant.orders()).hasSize(before + 1);
    }
  }

  @Test
  void anOrderIsSentOnceAndItsFateIsOpenWhenTheConnectionBreaks() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Cutoff");
    AdminApiException failure = failure(() -> api.restore(order));
    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.refused()).isFalse();
    assertThat(ordered()).containsExactly("restore");
    assertThat(api.operations(order.targetId())).isEmpty();
    tenant.clock.advance(Duration.ofHours(1));
    assertThat(api.operations(order.targetId()))
        .singleElement()
        .satisfies(taken -> assertThat(look(taken.ref()).state()).isEqualTo(State.RUNNING));
  }

  private List<Runnable> orders(String target) {
    RestoreOrder restore = tenant.restore("Contoso UAT", target);
    BackupOrder backup = new BackupOrder(restore.targetId(), "label", "");
    Runnable leave = () -> api.setAdministrationMode(restore.targetId(), AdministrationMode.OFF);
    List<Runnable> both = List.of(() -> api.restore(restore), () -> api.createBackup(backup));
    return api.capabilities().administrationMode()
        ? List.of(both.get(0), both.get(1), leave)
        : both;
  }

  @Test
  void whatNeverLeftIsRefused() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    tenant.close();
    AdminApiException failure = failure(() -> api.restore(order));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.refused()).isTrue();
  }

  @Test
  void aTenantThatDoesNotKnowHoldfastForbidsEverything() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    tenant.unregister();
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.NOT_REGISTERED);
    AdminApiException refusal = failure(() -> api.restore(order));
    assertThat(refusal.kind()).isEqualTo(Kind.NOT_REGISTERED);
    assertThat(refusal.answer().message().orElseThrow()).contains("does not have permission");
  }

  @Test
  void aCheckStartsNothing() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    if (!api.capabilities().dryRun()) {
      refusesToTry(() -> api.validate(order));
      return;
    }
    ValidationResult validation = api.validate(order);
    assertThat(validation.passed()).isTrue();
    assertThat(validation.word()).isEqualTo("ValidationPassed");
    assertThat(validation.objections()).isEmpty();
    assertThat(api.operations(order.targetId())).isEmpty();
    assertThat(ordered()).doesNotContain("restore");
    assertThat(api.restore(order).operation()).isPresent();
  }

  @Test
  void aCheckThatDoesNotPassSaysWhy() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso US UAT");
    if (!api.capabilities().dryRun()) {
      refusesToTry(() -> api.validate(order));
      return;
    }
    ValidationResult illegal = api.validate(order);
    assertThat(illegal.passed()).isFalse();
    assertThat(illegal.objections()).anyMatch(words -> words.contains("in the same region"));
    assertThat(ordered()).doesNotContain("restore");
  }

  /** Asked when it is free, the check may well pass: that it is busy is no objection. */
  @Test
  void aBusyEnvironmentIsNotChecked() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Build");
    if (!api.capabilities().dryRun()) {
      refusesToTry(() -> api.validate(order));
      return;
    }
    AdminApiException refusal = failure(() -> api.validate(order));
    assertThat(refusal.kind()).isEqualTo(Kind.BUSY);
    assertThat(refusal).hasMessageContaining("active lifecycle operation");
    assertThat(ordered()).doesNotContain("restore");
  }

  @Test
  void theServiceNamesItsCandidates() {
    String source = id("Contoso UAT");
    if (!api.capabilities().candidates()) {
      refusesToTry(() -> api.restoreCandidates(source));
      return;
    }
    assertThat(api.restoreCandidates(source))
        .contains(new RestoreCandidate(id("Contoso Dev"), "Contoso Dev"))
        .extracting(RestoreCandidate::displayName)
        .contains("Contoso Cutoff", "Contoso UAT")
        .doesNotContain("Contoso Production", "Contoso US UAT", "Contoso Silent");
  }

  @Test
  void administrationModeIsSetWithBackgroundOperationsByAnOperation() {
    String dev = id("Contoso Dev");
    for (AdministrationMode mode :
        List.of(
            AdministrationMode.ON_WITHOUT_BACKGROUND_OPERATIONS,
            AdministrationMode.ON,
            AdministrationMode.OFF)) {
      if (!api.capabilities().administrationMode()) {
        refusesToTry(() -> api.setAdministrationMode(dev, mode));
        continue;
      }
      OperationLocator ref = api.setAdministrationMode(dev, mode).operation().orElseThrow();
      assertThat(mode.isFullySeenAt(api.environment(dev))).isFalse();
      tenant.clock.advance(Duration.ofMinutes(3));
      assertThat(look(ref).state()).isEqualTo(State.SUCCEEDED);
      assertThat(mode.isFullySeenAt(api.environment(dev))).isTrue();
    }
  }

  @Test
  void theBackupRetentionIsChangedByAnOperationForBackupsThatThereAreToo() {
    String portal = id("Contoso Portal");
    if (!api.capabilities().retention()) {
      refusesToTry(() -> api.setBackupRetention(portal, RetentionPeriod.ONE_WEEK));
      return;
    }
    assertThat(api.backups(portal)).hasSize(2);
    OperationLocator ref =
        api.setBackupRetention(portal, RetentionPeriod.ONE_WEEK).operation().orElseThrow();
    assertThat(kept(portal)).contains(Duration.ofDays(28));
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(look(ref).state()).isEqualTo(State.SUCCEEDED);
    assertThat(kept(portal)).contains(Duration.ofDays(7));
    assertThat(api.backups(portal))
        .extracting(Backup::label)
        .containsExactly("Before the summer sale");
    String production = id("Contoso Production");
    assertThat(
            failure(() -> api.setBackupRetention(production, RetentionPeriod.ONE_WEEK)).refused())
        .isTrue();
  }

  private Optional<Duration> kept(String environmentId) {
    return api.environment(environmentId).retention().flatMap(Environment.Retention::period);
  }

  @Test
  void anEnvironmentLeavesAdministrationModeByAnOperation() {
    String dev = id("Contoso Dev");
    if (!api.capabilities().administrationMode()) {
      refusesToTry(() -> api.setAdministrationMode(dev, AdministrationMode.OFF));
      return;
    }
    restored("Contoso UAT", "Contoso Dev");
    assertThat(failure(() -> api.setAdministrationMode(dev, AdministrationMode.OFF)).kind())
        .isEqualTo(Kind.BUSY);
    tenant.clock.advance(A_RESTORE);
    OperationLocator ref =
        api.setAdministrationMode(dev, AdministrationMode.OFF).operation().orElseThrow();
    assertThat(api.environment(dev).inAdministrationMode()).isTrue();
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(look(ref).state()).isEqualTo(State.SUCCEEDED);
    assertThat(api.environment(dev).inAdministrationMode()).isFalse();
  }
}

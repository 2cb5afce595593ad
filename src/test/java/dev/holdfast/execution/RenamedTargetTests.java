package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Somebody renames an environment between the approval and the call. */
class RenamedTargetTests {

  private final ScriptedAdminApi api = new ScriptedAdminApi();

  /** As if each rule of the policy covered one name. */
  private final ApprovalRevalidator oneRuleForEachName =
      (request, asRead) -> {
        EnvironmentRef approved = request.details().spec().affected();
        return asRead.stream()
            .filter(read -> read.id().equals(approved.id()))
            .map(EnvironmentRef::displayName)
            .filter(name -> !name.equals(approved.displayName()))
            .findFirst()
            .<Revalidation>map(
                name ->
                    new Revalidation.Denied(Message.plain("Another rule applies to " + name + ".")))
            .orElseGet(Revalidation.Holds::new);
      };

  @AutoClose
  private final Workbench bench =
      DriveBench.open(
          DriveBench.with(api, Databases.H2, Map.of())
              .with(ApprovalRevalidator.class, oneRuleForEachName));

  @Test
  void aTargetUnderAnotherRuleIsNotOverwritten() {
    RequestId id = bench.approved(restore());
    rename("Contoso Production");
    bench.get(RequestWorker.class).run(id);
    assertThat(request(id).state()).isEqualTo(RequestState.VOIDED);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .isEqualTo("Another rule applies to Contoso Production.");
    assertThat(api.restores).isEmpty();
  }

  @Test
  void aBackupOfAnEnvironmentUnderAnotherRuleIsNotMade() {
    RequestId id = bench.approved(new BackupSpec(DEV, "before go-live", ""));
    rename("Contoso Production");
    bench.get(RequestWorker.class).run(id);
    assertThat(request(id).state()).isEqualTo(RequestState.VOIDED);
    assertThat(api.backupOrders).isEmpty();
  }

  @Test
  void aTargetUnderItsNameIsOverwritten() {
    RequestId id = bench.approved(restore());
    api.starts(accepted());
    bench.get(RequestWorker.class).run(id);
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void aLostCallIsNotRepeatedUnderAnotherRuleAndAPersonDecides() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    bench.get(RequestWorker.class).run(id);
    rename("Contoso Production");
    bench.clock.advance(Duration.ofMinutes(15));
    bench.get(RequestWorker.class).run(id);
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(StoredMessage.english(request(id).outcome().orElseThrow().message()))
        .endsWith("Another rule applies to Contoso Production.");
    assertThat(api.restores).isEmpty();
  }

  @Test
  void aLostCallIsNotRepeatedWhileTheNameCannotBeRead() {
    RequestId id = bench.approved(restore());
    bench.change(
        request(id),
        request ->
            request.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.empty()));
    bench.get(RequestWorker.class).run(id);
    api.environments.remove(DEV.id());
    bench.clock.advance(Duration.ofMinutes(15));
    bench.get(RequestWorker.class).run(id);
    assertThat(request(id).state()).isEqualTo(RequestState.STARTING);
    assertThat(api.restores).isEmpty();
  }

  private void rename(String name) {
    api.put(DEV.id(), name, "Ready", "Enabled", "Sandbox");
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }
}

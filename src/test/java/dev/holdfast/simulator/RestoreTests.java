package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreOrder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestoreTests {

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  private AdminOperation look(OperationLocator ref) {
    return ((PollResult.Seen) tenant.api.poll(ref)).operation();
  }

  @Test
  void passesThroughItsStagesToSuccess() {
    var ref = tenant.api.restore(tenant.restore("Contoso UAT", "Contoso Dev")).operation();
    assertThat(ref).isPresent();
    assertThat(look(ref.get()).state()).isEqualTo(AdminOperation.State.NOT_STARTED);

    tenant.clock.advance(Duration.ofMinutes(60));
    AdminOperation running = look(ref.get());
    assertThat(running.state()).isEqualTo(AdminOperation.State.RUNNING);
    assertThat(running.type()).isEqualTo("Restore");
    assertThat(running.stages())
        .extracting(stage -> stage.name() + " " + stage.state())
        .containsExactly("Validate SUCCEEDED", "Prepare SUCCEEDED", "Run RUNNING");
    assertThat(running.stages().get(2).startedAt()).isPresent();

    tenant.clock.advance(Duration.ofMinutes(60));
    AdminOperation ended = look(ref.get());
    assertThat(ended.state()).isEqualTo(AdminOperation.State.SUCCEEDED);
    assertThat(ended.stages())
        .extracting(AdminOperation.Stage::name)
        .containsExactly("Validate", "Prepare", "Run", "Finalize");
    assertThat(ended.stages()).allMatch(stage -> stage.state() == AdminOperation.State.SUCCEEDED);
    assertThat(ended.error()).isEmpty();
  }

  @Test
  void leavesTheTargetInAdministrationModeUnderItsNewName() {
    var order = tenant.restore("Contoso UAT", "Contoso Dev");
    var renamed =
        new RestoreOrder(
            order.sourceId(),
            order.targetId(),
            "Contoso Dev (Ünal)",
            order.point(),
            true,
            order.securityGroupId());
    tenant.api.restore(renamed);

    tenant.clock.advance(Duration.ofMinutes(1));
    Environment during = tenant.api.environment(order.targetId());
    assertThat(during.managementState()).contains("Running");
    assertThat(during.displayName()).isEqualTo("Contoso Dev");

    tenant.clock.advance(Duration.ofHours(2));
    Environment after = tenant.api.environment(order.targetId());
    assertThat(after.managementState()).contains("Ready");
    assertThat(after.inAdministrationMode()).isTrue();
    assertThat(after.displayName()).isEqualTo("Contoso Dev (Ünal)");
  }
}

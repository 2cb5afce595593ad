package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The world goes on while the simulator is down. */
class RestartTests {

  @TempDir Path folder;

  private AdminOperation look(Tenant tenant, OperationLocator ref) {
    return ((PollResult.Seen) tenant.api.poll(tenant.moved(ref))).operation();
  }

  @Test
  void anOperationGoesOnByTheClock() {
    try (Tenant tenant = new Tenant(Optional.of(folder.resolve("data/world.json")))) {
      OperationLocator ref =
          tenant
              .api
              .restore(tenant.restore("Contoso UAT", "Contoso Dev"))
              .operation()
              .orElseThrow();
      tenant.clock.advance(Duration.ofMinutes(30));
      tenant.restart();
      assertThat(look(tenant, ref).state()).isEqualTo(State.RUNNING);
      tenant.clock.advance(Duration.ofMinutes(90));
      tenant.restart();
      assertThat(look(tenant, ref).state()).isEqualTo(State.SUCCEEDED);
      assertThat(tenant.named("Contoso Dev").inAdministrationMode()).isTrue();
      assertThat(tenant.orders()).hasSize(1);
    }
  }

  @Test
  void whatHappenedLaterIsNotUndoneByAnEarlierRestore() {
    try (Tenant tenant = new Tenant(Optional.of(folder.resolve("world.json")))) {
      tenant.api.restore(tenant.restore("Contoso UAT", "Contoso Dev"));
      tenant.clock.advance(Duration.ofHours(2));
      tenant.named("Contoso Dev");
      tenant.restart();
      tenant.restart();
      assertThat(tenant.named("Contoso Dev").modifiedAt()).contains(tenant.clock.instant());
    }
  }

  @Test
  void aCountedFaultStaysCounted() {
    try (Tenant tenant = new Tenant(Optional.of(folder.resolve("world.json")))) {
      tenant.faults("Contoso Dev", "[{\"kind\":\"poll-empty\",\"times\":1}]");
      OperationLocator ref =
          tenant
              .api
              .restore(tenant.restore("Contoso UAT", "Contoso Dev"))
              .operation()
              .orElseThrow();
      assertThat(tenant.api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
      tenant.restart();
      assertThat(look(tenant, ref).state()).isEqualTo(State.NOT_STARTED);
    }
  }

  @Test
  void afterALongTimeThereAreBackupsAgain() {
    try (Tenant tenant = new Tenant(Optional.of(folder.resolve("world.json")))) {
      tenant.clock.advance(Duration.ofDays(40));
      assertThat(tenant.api.backups(tenant.named("Contoso UAT").id())).isEmpty();
      tenant.restart();
      assertThat(tenant.api.backups(tenant.named("Contoso UAT").id())).hasSize(2);
      tenant.restart();
      assertThat(tenant.api.backups(tenant.named("Contoso UAT").id())).hasSize(2);
    }
  }

  @Test
  void aFileThatCannotBeReadIsPutAside() throws IOException {
    Path file = folder.resolve("world.json");
    Files.writeString(file, "{ half a wor");
    try (Tenant tenant = new Tenant(Optional.of(file))) {
      assertThat(tenant.api.environments()).hasSize(31);
      assertThat(folder.resolve("world.json.unreadable")).hasContent("{ half a wor");
    }
  }
}

package dev.holdfast.webhook;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.Samples;
import dev.holdfast.webhook.WebhookProperties.Only;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFilterTest {

  private static boolean wants(Only only, OperationSpec work, RequestEventType type) {
    Request request = Request.submit(new RequestId(1001), Samples.details(work, 1));
    return EventFilter.wants(
        only, request, new RequestEvent(request.id(), 2, type, request.state(), MEGAN, NOW, ""));
  }

  private static Only events(String... names) {
    return Hooks.only(List.of(names), List.of(), List.of(), List.of());
  }

  private static Only environments(String... ids) {
    return Hooks.only(List.of(), List.of(), List.of(ids), List.of());
  }

  private static Only types(String... types) {
    return Hooks.only(List.of(), List.of(), List.of(), List.of(types));
  }

  @Test
  void withoutAFilterEverythingIsWanted() {
    for (RequestEventType type : RequestEventType.values()) {
      assertThat(wants(Hooks.ALL, Samples.restore(), type)).isTrue();
    }
  }

  @Test
  void byEvent() {
    Only ends = events("succeeded", "failed");
    assertThat(wants(ends, Samples.restore(), RequestEventType.FAILED)).isTrue();
    assertThat(wants(ends, Samples.restore(), RequestEventType.STARTED)).isFalse();
  }

  @Test
  void byOperation() {
    Only backups = Hooks.only(List.of(), List.of("backup"), List.of(), List.of());
    assertThat(wants(backups, Samples.backup(), RequestEventType.STARTED)).isTrue();
    assertThat(wants(backups, Samples.restore(), RequestEventType.STARTED)).isFalse();
  }

  @Test
  void byAnyEnvironmentOfTheRequest() {
    assertThat(wants(environments("ENV-UAT"), Samples.restore(), RequestEventType.STARTED))
        .isTrue();
    assertThat(wants(environments("env-dev"), Samples.restore(), RequestEventType.STARTED))
        .isTrue();
    assertThat(wants(environments("env-prod"), Samples.restore(), RequestEventType.STARTED))
        .isFalse();
  }

  @Test
  void anEnvironmentWhoseTypeIsNotKnownIsOfNone() {
    BackupSpec known =
        new BackupSpec(
            new EnvironmentRef("env-1", "One", "", Map.of("type", "production")), "label", "");
    assertThat(wants(types("Production"), known, RequestEventType.STARTED)).isTrue();
    assertThat(wants(types("Sandbox"), known, RequestEventType.STARTED)).isFalse();
    assertThat(wants(types("Production"), Samples.backup(), RequestEventType.STARTED)).isFalse();
  }

  @Test
  void allFiltersHaveToFit() {
    Only both = Hooks.only(List.of("failed"), List.of("backup"), List.of(), List.of());
    assertThat(wants(both, Samples.backup(), RequestEventType.FAILED)).isTrue();
    assertThat(wants(both, Samples.backup(), RequestEventType.STARTED)).isFalse();
    assertThat(wants(both, Samples.restore(), RequestEventType.FAILED)).isFalse();
  }
}

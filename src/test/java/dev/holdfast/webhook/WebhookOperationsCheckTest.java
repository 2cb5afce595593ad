package dev.holdfast.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.step.OperationSpecs;
import dev.holdfast.settings.InvalidSettingsException;
import dev.holdfast.testing.WebhookReceiver;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class WebhookOperationsCheckTest {

  private static WebhookOperationsCheck wanting(String... kinds) {
    OperationSpecs specs = Mockito.mock();
    Mockito.when(specs.specTypes()).thenReturn(List.of(RestoreSpec.class, BackupSpec.class));
    return new WebhookOperationsCheck(
        Hooks.of(
            Hooks.only(
                Hooks.endpoint(
                    "ops", URI.create("https://hooks.example/"), WebhookReceiver.secret('a')),
                Hooks.only(List.of(), List.of(kinds), List.of(), List.of()))),
        specs);
  }

  @Test
  void operationsThatThereAreAreTaken() {
    assertThatCode(() -> wanting("backup", "restore").afterSingletonsInstantiated())
        .doesNotThrowAnyException();
    assertThatCode(() -> wanting().afterSingletonsInstantiated()).doesNotThrowAnyException();
  }

  @Test
  void othersStopTheStart() {
    assertThatThrownBy(() -> wanting("backup", "Restore").afterSingletonsInstantiated())
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage(
            "holdfast.webhooks.endpoints[0].only.operations: these aren't operations: Restore."
                + " Operations are backup, restore.");
  }
}

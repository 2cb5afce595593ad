package dev.holdfast.adminapi.both;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.http.AdminApiClients;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.testing.PlatformSettings;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedServer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.client.RestClient;

/** What one admin API reads of the names of environments, in sentences about the other. */
class SharedNamesWireTests {

  private final ScriptedServer server = new ScriptedServer();
  private final AdminApi both = both();

  private AdminApi both() {
    AdminApiEndpoints endpoints =
        PlatformSettings.endpoints(
            Map.of("api", "both", "base-url", server.base(), "timeouts.retry", "0s"));
    return AdminApiConfiguration.adminApi(
        endpoints,
        PlatformSettings.usage(Map.of()),
        AdminApiClients.open(
            endpoints,
            RestClient.builder(),
            audience -> "test",
            Clock.systemUTC(),
            time -> {},
            UnknownWordListener.NOBODY),
        new StaticListableBeanFactory().getBeanProvider(Clock.class));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCheckOfThePowerPlatformApiNamesTheEnvironmentThatBapListed() {
    server.answers(200, "environments-list.json");
    Environment target = both.environments().get(0);
    RestoreOrder order =
        new RestoreOrder(Samples.UAT.id(), target.id(), "", Samples.NOW, true, Optional.empty());
    server.answers(403, "error-403-Forbidden.json");

    assertThatThrownBy(() -> both.validate(order))
        .isInstanceOf(AdminApiException.class)
        .hasMessageContaining("environment " + target.displayName());
  }
}

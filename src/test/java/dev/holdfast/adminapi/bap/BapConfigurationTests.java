package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import dev.holdfast.adminapi.AdminApi.RetentionPeriod;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.both.AdminApiConfiguration;
import dev.holdfast.adminapi.endpoint.PowerPlatformApiProperties;
import dev.holdfast.adminapi.http.AdminApiHttpConfiguration;
import dev.holdfast.support.RehearsalProperties;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BapConfigurationTests extends WireTest {

  @EnableConfigurationProperties({
    AdminApiProperties.class,
    PowerPlatformApiProperties.class,
    AdminApiUsageProperties.class
  })
  private static final class Properties {}

  @Test
  void putsAClientBehindThePort() {
    server.answers(200, "environments-list.json");
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                HttpMessageConvertersAutoConfiguration.class, RestClientAutoConfiguration.class))
        .withUserConfiguration(
            Properties.class, AdminApiHttpConfiguration.class, AdminApiConfiguration.class)
        .withBean(RehearsalProperties.class, () -> new RehearsalProperties(false))
        .withBean(AccessTokenProvider.class, () -> audience -> "token for " + audience)
        .withPropertyValues(
            "holdfast.admin-api.api=bap", "holdfast.admin-api.base-url=" + server.base())
        .run(
            context -> {
              assertThat(context.getBean(AdminApi.class).environments()).hasSize(2);
              assertThat(server.asked().get(0).header("Authorization"))
                  .isEqualTo("Bearer token for https://service.powerapps.com/");
            });
  }

  /** Only reads get out, and each caller of anything else gets an exception. */
  @Test
  void inARehearsalNoOrderGetsOut() {
    server.answers(200, "environments-list.json");
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                HttpMessageConvertersAutoConfiguration.class, RestClientAutoConfiguration.class))
        .withUserConfiguration(
            Properties.class, AdminApiHttpConfiguration.class, AdminApiConfiguration.class)
        .withBean(RehearsalProperties.class, () -> new RehearsalProperties(true))
        .withBean(AccessTokenProvider.class, () -> audience -> "token for " + audience)
        .withPropertyValues(
            "holdfast.admin-api.api=bap", "holdfast.admin-api.base-url=" + server.base())
        .run(
            context -> {
              AdminApi api = context.getBean(AdminApi.class);
              assertThat(api.environments()).hasSize(2);
              for (ThrowingCallable order : orders(api)) {
                assertThatThrownBy(order)
                    .isInstanceOfSatisfying(
                        AdminApiException.class,
                        e -> {
                          assertThat(e.kind()).isEqualTo(AdminApiException.Kind.REHEARSAL);
                          assertThat(e.refused()).isTrue();
                        })
                    .hasMessageStartingWith("Rehearsal is on, so Holdfast didn't ask");
              }
              assertThat(server.asked()).hasSize(1);
            });
  }

  private static List<ThrowingCallable> orders(AdminApi api) {
    return List.of(
        () -> api.createBackup(new BackupOrder("e-1", "label", "")),
        () -> api.setAdministrationMode("e-1", AdministrationMode.OFF),
        () -> api.setBackupRetention("e-1", RetentionPeriod.ONE_WEEK));
  }
}

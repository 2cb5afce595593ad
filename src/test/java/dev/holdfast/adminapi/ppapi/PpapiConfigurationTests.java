package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.both.AdminApiConfiguration;
import dev.holdfast.adminapi.endpoint.PowerPlatformApiProperties;
import dev.holdfast.adminapi.http.AdminApiHttpConfiguration;
import dev.holdfast.support.RehearsalProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PpapiConfigurationTests extends WireTest {

  @EnableConfigurationProperties({
    AdminApiProperties.class,
    PowerPlatformApiProperties.class,
    AdminApiUsageProperties.class
  })
  private static final class Properties {}

  private ApplicationContextRunner holdfast(String... settings) {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                HttpMessageConvertersAutoConfiguration.class, RestClientAutoConfiguration.class))
        .withUserConfiguration(
            Properties.class, AdminApiHttpConfiguration.class, AdminApiConfiguration.class)
        .withBean(RehearsalProperties.class, () -> new RehearsalProperties(false))
        .withBean(AccessTokenProvider.class, () -> audience -> "token for " + audience)
        .withPropertyValues("holdfast.admin-api.base-url=" + server.base())
        .withPropertyValues(settings);
  }

  @Test
  @DisplayName("facts 2 | auth: the token is one for https://api.powerplatform.com")
  void putsAClientBehindThePort() {
    server.answers(200, "ppapi/environments-list.json");
    holdfast("holdfast.admin-api.api=ppapi")
        .run(
            context -> {
              assertThat(context.getBean(AdminApi.class).environments()).hasSize(2);
              onlyAsked("GET", ROOT + "/environments?" + VERSION);
            });
  }
}

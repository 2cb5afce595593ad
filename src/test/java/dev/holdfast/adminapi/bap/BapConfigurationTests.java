package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.http.AdminApiHttpConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BapConfigurationTests extends WireTest {

  @EnableConfigurationProperties(AdminApiProperties.class)
  private static final class Properties {}

  @Test
  void putsAClientBehindThePort() {
    server.answers(200, "environments-list.json");
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                HttpMessageConvertersAutoConfiguration.class, RestClientAutoConfiguration.class))
        .withUserConfiguration(
            Properties.class, AdminApiHttpConfiguration.class, BapConfiguration.class)
        .withBean(AccessTokenProvider.class, () -> audience -> "token for " + audience)
        .withPropertyValues("holdfast.admin-api.base-url=" + server.base())
        .run(
            context -> {
              assertThat(context.getBean(AdminApi.class).environments()).hasSize(2);
              assertThat(server.asked().get(0).header("Authorization"))
                  .isEqualTo("Bearer token for https://service.powerapps.com/");
            });
  }
}

package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.capacity.TenantCapacityApi;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.environment.preflight.PreflightRules;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.environment.preflight.TargetNameRule;
import dev.holdfast.environment.preflight.validation.ValidationFollower;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.ToldFinOps;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class CatalogConfigurationTest {

  @Test
  void thePartsOfThisPackageAreWiredFromAnAdminApiAndAClock() {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(
                Edges.class,
                CatalogConfiguration.class,
                FreshReads.class,
                Rules.class,
                ServiceValidation.class,
                ValidationFollower.class,
                TargetNameRule.class,
                PreflightService.class)
            .web(WebApplicationType.NONE)
            .properties("holdfast.admin-api.catalog-ttl=90s")
            .run()) {
      assertThat(context.getBean(EnvironmentCatalog.class).find("contoso", one -> true))
          .isInstanceOf(NameLookup.One.class);
      assertThat(context.getBean(PreflightService.class).backup("id-Contoso").worst())
          .isEqualTo(Severity.GREEN);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Edges {

    @Bean
    AdminApi api() {
      return new SampleApi().has(Sample.sandbox("Contoso"));
    }

    @Bean
    FinOpsApi finOps() {
      return new ToldFinOps();
    }

    @Bean
    TenantCapacityApi capacity() {
      return () -> ToldFinOps.none(Reason.NOT_ASKED);
    }

    @Bean
    PreflightRules commonRules() {
      return Preflights.COMMON_RULES;
    }

    @Bean
    Clock clock() {
      return Clock.fixed(Sample.NOW, ZoneOffset.UTC);
    }
  }
}

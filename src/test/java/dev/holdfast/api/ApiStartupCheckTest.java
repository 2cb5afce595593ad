package dev.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.SettingProblem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ApiStartupCheckTest {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";

  private final MockEnvironment settings = new MockEnvironment();

  @Test
  void itIsOffUnlessItIsTurnedOn() {
    assertThat(problems()).isEmpty();
    settings.setProperty("holdfast.api.audience", "api://holdfast");
    assertThat(problems()).isEmpty();
  }

  @Test
  void whereItIsOnItIsKnownWhoseTokensCount() {
    settings.setProperty("holdfast.api.enabled", "true");
    assertThat(problems())
        .extracting(SettingProblem::setting)
        .containsExactly("holdfast.api.audience", "holdfast.api.tenant-id");
    settings.setProperty("holdfast.api.audience", "api://holdfast");
    settings.setProperty("holdfast.api.tenant-id", TENANT);
    assertThat(problems()).isEmpty();
    settings.setProperty("holdfast.api.tenant-id", "common");
    settings.setProperty("holdfast.api.authority", "http://login.example.com");
    settings.setProperty("holdfast.api.applications[0].id", "pipeline");
    settings.setProperty("holdfast.api.applications[0].name", "Release pipeline");
    assertThat(problems())
        .extracting(SettingProblem::setting)
        .containsExactly(
            "holdfast.api.tenant-id", "holdfast.api.authority", "holdfast.api.applications");
  }

  private java.util.List<SettingProblem> problems() {
    return new ApiStartupCheck().problems(settings);
  }
}

package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentKindTest {

  @ParameterizedTest
  @EnumSource(EnvironmentKind.class)
  void everyKindIsToldFromTheFactsOfAnEnvironment(EnvironmentKind kind) {
    assertThat(Sample.of(kind, "Contoso").subject().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"OnlineDev, UDE", "ONLINEDEV, UDE", "Sandbox, USE", "sandbox, USE", "Tier9, UNIFIED"})
  void theDeploymentTypeTellsTheUnifiedKindWhateverItsCase(String word, EnvironmentKind kind) {
    assertThat(Sample.sandbox("Contoso").unified(word, "1").subject().kind()).isEqualTo(kind);
  }

  @Test
  void aProductionEnvironmentIsAUpeEvenWhenItsDataverseStillSaysSandbox() {
    assertThat(Sample.production("Contoso").unified("Sandbox", "1").subject().kind())
        .isEqualTo(EnvironmentKind.UPE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.AXCLOUD.dynamics.com, LCS_CLOUD_HOSTED",
    "https://xdevaos.cloudax.dynamics.com, LCS_CLOUD_HOSTED",
    "https://x.Sandbox.operations.dynamics.com, LCS_SANDBOX",
    "https://x.operations.dynamics.com, LCS"
  })
  void theAddressTellsTheLinkedKind(String url, EnvironmentKind kind) {
    assertThat(Sample.sandbox("Contoso").linked(url).subject().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(EnvironmentKind.class)
  void everyKindHasAWordOfItsOwn(EnvironmentKind kind) {
    assertThat(kind.word()).isNotBlank();
  }
}

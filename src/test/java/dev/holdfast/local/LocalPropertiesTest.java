package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LocalPropertiesTest {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(OnlySettings.class);

  @Test
  void needNothingSaid() {
    runner.run(
        context -> {
          LocalProperties settings = context.getBean(LocalProperties.class);
          assertThat(settings.windows()).isTrue();
          assertThat(settings.requesterPort()).isEqualTo(56150);
          assertThat(settings.approverPort()).isEqualTo(56151);
          assertThat(settings.hasSecondApprover()).isFalse();
          assertThat(settings.openBrowser()).isFalse();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "holdfast.local.approver-port=56150",
        "holdfast.local.second-approver-port=56150",
        "holdfast.local.second-approver-port=56151"
      })
  void refuseOnePortForTwoWindows(String setting) {
    runner
        .withPropertyValues(setting)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining(
                        "requester-port, approver-port, and second-approver-port must differ"));
  }

  @Test
  void refusePortsThatDoNotExist() {
    runner
        .withPropertyValues("holdfast.local.requester-port=70000")
        .run(context -> assertThat(context).hasFailed());
  }

  @EnableConfigurationProperties(LocalProperties.class)
  static class OnlySettings {}
}

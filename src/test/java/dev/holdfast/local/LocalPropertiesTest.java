package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
          assertThat(settings.openBrowser()).isFalse();
        });
  }

  @Test
  void refuseOnePortForBothWindows() {
    runner
        .withPropertyValues("holdfast.local.approver-port=56150")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("requester-port and approver-port must differ"));
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

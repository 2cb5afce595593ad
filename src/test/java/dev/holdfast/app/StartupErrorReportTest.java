package dev.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiSignInProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.app.startup.StartupErrorReport;
import dev.holdfast.entra.CredentialException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What keeps Holdfast from being put together, in a line for each setting. */
class StartupErrorReportTest {

  @Test
  void everySettingThatIsWrongIsNamedAsItIsWritten() {
    assertThat(lines(Map.of("poll-interval", "0s", "catalog-ttl", "0s")))
        .anySatisfy(
            line -> assertThat(line).startsWith("holdfast.admin-api.poll-interval: must be"))
        .anySatisfy(line -> assertThat(line).startsWith("holdfast.admin-api.catalog-ttl: must be"));
    assertThat(lines(Map.of("tenant-id", "contoso", "client-id", "hunter2")))
        .anySatisfy(line -> assertThat(line).startsWith("holdfast.admin-api.tenant-id: must be"))
        .anySatisfy(line -> assertThat(line).startsWith("holdfast.admin-api.client-id: must be"))
        .noneSatisfy(line -> assertThat(line).contains("hunter2"));
  }

  @Test
  void aValueThatCannotBeReadIsNotRepeated() {
    assertThat(lines(Map.of("poll-interval", "hunter2")))
        .containsExactly("holdfast.admin-api.poll-interval: its value cannot be read as Duration.");
  }

  @Test
  void whatTheStartWouldHaveSaidIsSaidInOneLine() {
    CredentialException missing = new CredentialException("it has none", "Set one.\nOr two.");

    assertThat(StartupErrorReport.of(new IllegalStateException(missing)).lines())
        .containsExactly("Holdfast does not start: it has none. Set one. Or two.");
  }

  @Test
  void whateverElseItIsHasALineToo() {
    assertThat(
            StartupErrorReport.of(new IllegalStateException(new RuntimeException("a\n\tb")))
                .lines())
        .containsExactly("a b");
  }

  private static List<String> lines(Map<String, String> settings) {
    String[] pairs =
        settings.entrySet().stream()
            .map(one -> "holdfast.admin-api." + one.getKey() + "=" + one.getValue())
            .toArray(String[]::new);
    Throwable[] failure = new Throwable[1];
    new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues(pairs)
        .run(context -> failure[0] = context.getStartupFailure());
    return StartupErrorReport.of(failure[0]).lines();
  }

  @EnableConfigurationProperties({
    AdminApiProperties.class,
    AdminApiUsageProperties.class,
    AdminApiSignInProperties.class
  })
  static class Settings {}
}

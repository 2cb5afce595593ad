package dev.holdfast.app.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** That only what can't be a secret is shown of a setting. */
class SettingsPartTest {

  private enum Color {
    DARK_RED
  }

  private record Person(String id, List<String> names) {}

  @Test
  void aTextIsOnlySaidToBeSet() {
    // Local, so that no application in a test takes it for settings of its own.
    @ConfigurationProperties("test")
    record Settings(
        Duration pollInterval,
        boolean enabled,
        Color color,
        String clientSecret,
        @Nullable String empty,
        URI address,
        Optional<Path> file,
        List<Person> people) {}
    assertThat(
            SettingsPart.lines(
                List.of(
                    new Settings(
                        Duration.ofSeconds(5),
                        true,
                        Color.DARK_RED,
                        "hidden",
                        null,
                        URI.create("https://user:hidden@host.contoso.com:8443/a/hidden?b=hidden"),
                        Optional.of(Path.of("hidden")),
                        List.of(new Person("hidden", List.of("hidden", "")))),
                    "no record")))
        .containsExactly(
            "test.address = https://host.contoso.com:8443/(…)",
            "test.client-secret = (set)",
            "test.color = dark-red",
            "test.empty = (not set)",
            "test.enabled = true",
            "test.file = (set)",
            "test.people[0].id = (set)",
            "test.people[0].names[0] = (set)",
            "test.people[0].names[1] = (not set)",
            "test.poll-interval = PT5S");
  }
}

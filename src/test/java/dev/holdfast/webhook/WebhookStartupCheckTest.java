package dev.holdfast.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.SettingProblem;
import dev.holdfast.testing.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class WebhookStartupCheckTest {

  private static final String FIRST = "holdfast.webhooks.endpoints[0].";

  @TempDir private Path directory;

  private static List<String> problems(Map<String, Object> settings, String... profiles) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setActiveProfiles(profiles);
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return new WebhookStartupCheck()
        .problems(environment).stream().map(SettingProblem::line).toList();
  }

  private static Map<String, Object> with(String... more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(FIRST + "name", "ops");
    settings.put(FIRST + "url", "https://hooks.example/holdfast?token=x");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static Map<String, Object> signed(String... more) {
    Map<String, Object> settings = with(more);
    settings.put(FIRST + "secrets[0]", WebhookReceiver.secret('a'));
    return settings;
  }

  @Test
  void nothingIsNeeded() {
    assertThat(problems(Map.of())).isEmpty();
  }

  @Test
  void anEndpointWithASecretIsTaken() {
    assertThat(problems(signed())).isEmpty();
    assertThat(problems(signed(FIRST + "secrets[1]", WebhookReceiver.secret('b')))).isEmpty();
  }

  @Test
  void thisMachineIsCalledByHttpInTheDemoOnly() {
    Map<String, Object> settings = signed(FIRST + "url", "http://127.0.0.1:9/hooks");
    assertThat(problems(settings, "local")).isEmpty();
    assertThat(problems(settings)).singleElement().asString().startsWith(FIRST + "url: isn't an");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/",
        "http://127.0.0.1.example/",
        "ftp://hooks.example/",
        "https:///hooks",
        "https://user:hunter2@hooks.example/"
      })
  void whatOthersCouldReadIsRefused(String url) {
    assertThat(problems(signed(FIRST + "url", url), "local"))
        .singleElement()
        .asString()
        .startsWith(FIRST + "url")
        .doesNotContain("hunter2");
  }

  @Test
  void thereHasToBeASecretInOnePlace() throws IOException {
    assertThat(problems(with())).singleElement().asString().contains("secret-file: is missing");
    Path file = Files.writeString(directory.resolve("secret"), WebhookReceiver.secret('a'));
    assertThat(problems(with(FIRST + "secret-file", file.toString()))).isEmpty();
    assertThat(problems(signed(FIRST + "secret-file", file.toString())))
        .singleElement()
        .asString()
        .contains("secrets are set, too");
  }

  @Test
  void aSecretThatCanNotBeUsedIsNamedAndNotShown() throws IOException {
    assertThat(problems(with(FIRST + "secrets[0]", "hunter2-hunter2")))
        .singleElement()
        .asString()
        .startsWith(FIRST + "secrets: can't be used")
        .doesNotContain("hunter2");
    Path file = Files.writeString(directory.resolve("empty"), "\n");
    assertThat(problems(with(FIRST + "secret-file", file.toString()))).hasSize(1);
    assertThat(problems(with(FIRST + "secret-file", directory.resolve("none").toString())))
        .singleElement()
        .asString()
        .contains("can't be read");
  }

  @Test
  void eventsThatThereAreNotAreNamed() {
    assertThat(
            problems(
                signed(
                    FIRST + "only.events[0]", "succeeded", FIRST + "only.events[1]", "finished")))
        .singleElement()
        .asString()
        .startsWith(FIRST + "only.events: these aren't events: finished. Events are submitted,");
  }

  @Test
  void twoEndpointsNeedTwoNames() {
    Map<String, Object> settings = signed();
    settings.put("holdfast.webhooks.endpoints[1].name", "ops");
    settings.put("holdfast.webhooks.endpoints[1].url", "https://other.example/");
    settings.put("holdfast.webhooks.endpoints[1].secrets[0]", WebhookReceiver.secret('b'));
    assertThat(problems(settings))
        .singleElement()
        .asString()
        .startsWith("holdfast.webhooks.endpoints[1].name: another endpoint has this name");
  }
}

package dev.holdfast.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings under names of earlier versions. */
class RenamedSettingsTest {

  private final StandardEnvironment environment = new StandardEnvironment();
  private final List<String> warnings = new ArrayList<>();

  RenamedSettingsTest() {
    MutablePropertySources sources = environment.getPropertySources();
    sources.stream().map(source -> source.getName()).toList().forEach(sources::remove);
  }

  @ParameterizedTest
  @CsvSource({
    "holdfast.platform.catalogue-ttl, holdfast.admin-api.catalog-ttl",
    "holdfast.platform.catalogueTtl, holdfast.admin-api.catalog-ttl",
    "holdfast.platform.api, holdfast.admin-api.api",
    "holdfast.platform.allowed-hosts[1], 'holdfast.admin-api.allowed-hosts[1]'",
    "holdfast.platform.timeouts.read, holdfast.admin-api.timeouts.read",
    "holdfast.notices.approvers-channel, holdfast.notifications.approvers-channel",
    "holdfast.execution.lost-after, holdfast.execution.no-response-timeout",
  })
  void aSettingIsReadUnderItsEarlierName(String before, String now) {
    set("file", Map.of(before, "x"));

    assertThat(read(now)).isEqualTo("x");
    assertThat(warnings).singleElement().asString().contains(before).contains(" is called ");
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDFAST_PLATFORM_API, holdfast.admin-api.api",
    "HOLDFAST_PLATFORM_CATALOGUETTL, holdfast.admin-api.catalog-ttl",
    "HOLDFAST_PLATFORM_CATALOGUE_TTL, holdfast.admin-api.catalog-ttl",
    "HOLDFAST_PLATFORM_POLL_INTERVAL, holdfast.admin-api.poll-interval",
    "HOLDFAST_PLATFORM_ALLOWEDHOSTS_0, 'holdfast.admin-api.allowed-hosts[0]'",
    "HOLDFAST_EXECUTION_FURTHERCALLS, holdfast.execution.max-start-retries",
  })
  void soIsAnEnvironmentVariable(String variable, String now) {
    variables(Map.of(variable, "x"));

    assertThat(read(now)).isEqualTo("x");
    assertThat(warnings).singleElement().asString().contains(variable);
  }

  @Test
  void whatIsStrongerWinsUnderEitherName() {
    variables(Map.of("HOLDFAST_PLATFORM_API", "ppapi"));
    set("file", Map.of("holdfast.admin-api.api", "bap"));

    assertThat(read("holdfast.admin-api.api")).isEqualTo("ppapi");
  }

  @Test
  void anEarlierNameInAWeakerPlaceDoesNotOverride() {
    variables(Map.of("HOLDFAST_ADMINAPI_API", "ppapi"));
    set("file", Map.of("holdfast.platform.api", "bap"));

    assertThat(read("holdfast.admin-api.api")).isEqualTo("ppapi");
  }

  @Test
  void inOnePlaceTheNameOfNowWins() {
    set("file", Map.of("holdfast.platform.api", "bap", "holdfast.admin-api.api", "ppapi"));

    assertThat(read("holdfast.admin-api.api")).isEqualTo("ppapi");
  }

  @Test
  void aPlaceholderIsResolvedAsUsual() {
    set("file", Map.of("holdfast.platform.tenant-id", "${TENANT:t}"));

    assertThat(read("holdfast.admin-api.tenant-id")).isEqualTo("t");
  }

  @Test
  void namesOfNowGetNoWarning() {
    set(
        "file",
        Map.of("holdfast.admin-api.api", "bap", "holdfast.notifications.give-up-after", "1d"));

    assertThat(read("holdfast.admin-api.api")).isEqualTo("bap");
    assertThat(warnings).isEmpty();
  }

  @Test
  void aProblemNamesThePlaceWhereItIsSet() {
    set("file", Map.of("holdfast.platform.api", "bep"));
    process();

    assertThat(
            new SettingOrigins(environment)
                .with(
                    new dev.holdfast.settings.SettingProblem(
                        "holdfast.admin-api.api", "must be one of bap, ppapi, both", "")))
        .extracting(problem -> problem.what())
        .asString()
        .contains("set in file");
  }

  @Test
  void theCheckOfAllNamesKnowsThem() {
    variables(Map.of("HOLDFAST_NOTICES_RETRYAFTER", "3s"));
    set("file", Map.of("holdfast.platform.poll-interval", "3s"));
    process();

    assertThat(SettingNames.problems(environment, KnownSettingsTest.known())).isEmpty();
  }

  @Test
  void aTypoUnderAnEarlierNameIsOneStill() {
    set("file", Map.of("holdfast.platform.pol-interval", "3s"));
    process();

    assertThat(SettingNames.problems(environment, KnownSettingsTest.known()))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.fix()).contains("holdfast.admin-api.poll-interval"));
  }

  private void set(String source, Map<String, Object> values) {
    environment.getPropertySources().addLast(new MapPropertySource(source, values));
  }

  private void variables(Map<String, Object> values) {
    environment
        .getPropertySources()
        .addLast(new SystemEnvironmentPropertySource("systemEnvironment", values));
  }

  private String read(String name) {
    process();
    return Binder.get(environment).bind(name, Bindable.of(String.class)).orElse("");
  }

  private void process() {
    new RenamedSettingsPostProcessor(new Warnings())
        .postProcessEnvironment(environment, new SpringApplication());
  }

  private final class Warnings implements DeferredLogFactory {

    @Override
    public Log getLog(Supplier<Log> destination) {
      return new NoOpLog() {
        @Override
        public void warn(Object message) {
          warnings.add(message.toString());
        }
      };
    }
  }
}

package dev.holdfast.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Goldens;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A setting that somebody has set is read under its name, today's or an earlier one. */
class SettingNamesCompatibilityTest {

  private static final List<String> SET = Goldens.read("settings.txt");

  private final List<String> known = KnownSettingsTest.known().names();

  @Test
  void eachNameThatPeopleHaveSetIsReadStill() {
    assertThat(SET)
        .allSatisfy(
            name -> assertThat(known).contains(RenamedSettings.of(plain(name)).orElse(name)));
  }

  @Test
  void eachNameOfTodayIsOneThatPeopleMaySetFromNowOn() {
    assertThat(SET).containsAll(known);
  }

  /** Only names outside of lists were ever renamed. */
  private static String plain(String name) {
    return name.replace("[n]", "[0]");
  }
}

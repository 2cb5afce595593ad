package dev.holdfast;

import dev.holdfast.app.settings.KnownSettingsTest;
import dev.holdfast.testing.Goldens;
import org.junit.jupiter.api.Test;

/** A setting that somebody has set is read under its name. */
class SettingNamesCompatibilityTest {

  @Test
  void theSettingsAreThoseThatPeopleHaveSet() {
    Goldens.assertNames("settings.txt", KnownSettingsTest.known().names());
  }
}

package dev.holdfast.operation.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi.AdministrationMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type behind the commands, and without them. */
class AdminModeWordsTest {

  private static final String NONE = "-";

  @ParameterizedTest
  @CsvSource({
    "on Contoso Dev, Contoso Dev, ON_WITHOUT_BACKGROUND_OPERATIONS",
    "ON for Contoso Dev, Contoso Dev, ON_WITHOUT_BACKGROUND_OPERATIONS",
    "Contoso Dev on, Contoso Dev, ON_WITHOUT_BACKGROUND_OPERATIONS",
    "enable for Contoso Dev, Contoso Dev, ON_WITHOUT_BACKGROUND_OPERATIONS",
    "on Contoso Dev with background operations, Contoso Dev, ON",
    "'on for Contoso Dev, keep background jobs', Contoso Dev, ON",
    "on Contoso Dev without background operations, Contoso Dev, ON_WITHOUT_BACKGROUND_OPERATIONS",
    "off Contoso Dev, Contoso Dev, OFF",
    "off on Contoso Dev, Contoso Dev, OFF",
    "Contoso Dev off, Contoso Dev, OFF",
    "disable Contoso Dev, Contoso Dev, OFF",
    "Contoso Dev, Contoso Dev, -",
    "for Contoso Dev, Contoso Dev, -",
    "On call, call, ON_WITHOUT_BACKGROUND_OPERATIONS",
    "Offsite, Offsite, -",
    "on, '', ON_WITHOUT_BACKGROUND_OPERATIONS",
    "'', '', -"
  })
  void readsTheModeAndTheEnvironment(String text, String environment, String mode) {
    AdminModeWords words = AdminModeWords.of(text);
    assertThat(words.environment()).isEqualTo(environment);
    assertThat(words.mode()).isEqualTo(mode(mode));
  }

  @ParameterizedTest
  @CsvSource({
    "off Contoso Dev, ON_WITHOUT_BACKGROUND_OPERATIONS, ON_WITHOUT_BACKGROUND_OPERATIONS",
    "on Contoso Dev, OFF, ON",
    "Contoso Dev, -, -"
  })
  void backgroundOperationsKeepTheModeWhereTheyCan(String text, String outside, String inMode) {
    AdminModeWords words = AdminModeWords.of(text);
    assertThat(words.modeForBackground(false)).isEqualTo(mode(outside));
    assertThat(words.modeForBackground(true)).isEqualTo(mode(inMode));
  }

  @ParameterizedTest
  @CsvSource({
    "turn on admin mode for Contoso Dev, true",
    "Turn off administration mode on Contoso Dev, false",
    "switch admin mode on for Contoso Dev, true",
    "turn the administration mode off on Contoso Dev, false",
    "enable administration-mode on Contoso Dev, true",
    "disable admin mode on Contoso Dev, false",
    "put Contoso Dev in admin mode, true",
    "put Contoso Dev into administration mode, true",
    "take Contoso Dev out of admin mode, false"
  })
  void understandsASentenceAboutTheMode(String text, boolean on) {
    assertThat(AdminModeWords.ofSentence(text, false))
        .contains(new AdminModeWords("Contoso Dev", Optional.of(on), Optional.empty()));
    assertThat(AdminModeWords.ofSentence(text, true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "turn off background operations on Contoso Dev, false",
    "turn background jobs on for Contoso Dev, true",
    "disable the background operations of Contoso Dev, false"
  })
  void understandsASentenceAboutBackgroundOperations(String text, boolean on) {
    assertThat(AdminModeWords.ofSentence(text, true))
        .contains(new AdminModeWords("Contoso Dev", Optional.of(on), Optional.empty()));
    assertThat(AdminModeWords.ofSentence(text, false)).isEmpty();
  }

  @Test
  void takesBackgroundOperationsBesideTheMode() {
    assertThat(
            AdminModeWords.ofSentence(
                "put Contoso Dev into admin mode with background operations", false))
        .contains(new AdminModeWords("Contoso Dev", Optional.of(true), Optional.of(true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turn on the lights",
        "put Contoso Dev into the archive",
        "set a reminder",
        "enable Contoso Dev",
        ""
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(AdminModeWords.ofSentence(text, false)).isEmpty();
    assertThat(AdminModeWords.ofSentence(text, true)).isEmpty();
  }

  private static Optional<AdministrationMode> mode(String name) {
    return name.equals(NONE) ? Optional.empty() : Optional.of(AdministrationMode.valueOf(name));
  }
}

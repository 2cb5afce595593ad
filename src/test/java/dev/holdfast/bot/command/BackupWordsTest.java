package dev.holdfast.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.environment.EnvironmentKind;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.operation.backup.BackupCommand;
import dev.holdfast.testing.Environments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupWordsTest {

  private final List<EnvironmentProfile> subjects =
      List.of(named("Contoso"), named("Contoso UAT"), named("Fabrikam Dev"), named("Fabrikam UAT"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "backup Contoso UAT before go-live       | Contoso UAT  | before go-live",
        "backup contoso before go-live           | Contoso      | before go-live",
        "backup Contoso UAT                      | Contoso UAT  | ''",
        "backup 'Contoso UAT' 'before go-live'   | Contoso UAT  | before go-live",
        "backup Fabrikam D before go-live        | Fabrikam Dev | before go-live",
        "backup Contoso UAT label before go-live | Contoso UAT  | before go-live",
        "backup Contoso UAT as before go-live    | Contoso UAT  | before go-live",
        "backup Contoso UAT - before go-live     | Contoso UAT  | before go-live",
        "backup Contoso UAT label                | Contoso UAT  | ''",
        "backup Contoso UAT asap                 | Contoso UAT  | asap"
      },
      quoteCharacter = '~')
  void theLongestBeginningThatNamesAnEnvironmentIsItsName(
      String text, String environment, String label) {
    BackupCommand.Split split = split(text);

    assertThat(split.subject().map(EnvironmentProfile::name)).contains(environment);
    assertThat(split.label()).isEqualTo(label.replace("''", ""));
  }

  @Test
  void aBeginningOfSeveralLeadsToTheCandidatesWithTheLabelKept() {
    BackupCommand.Split split = split("backup Fabrikam before go-live");

    assertThat(split.subject()).isEmpty();
    assertThat(split.environment()).isInstanceOf(NameLookup.Several.class);
    assertThat(split.label()).isEqualTo("before go-live");
  }

  @Test
  void whatNamesNoneIsLookedUpAsAWhole() {
    assertThat(split("backup Nowhere land").environment())
        .isEqualTo(new NameLookup.None(List.of()));
  }

  private BackupCommand.Split split(String text) {
    return ((BackupCommand.Arguments) ParsedCommands.asked(text).arguments()).split(this::find);
  }

  /** As the catalog does it, without its finer points. */
  private NameLookup find(String text) {
    List<EnvironmentProfile> exact =
        subjects.stream().filter(subject -> subject.name().equalsIgnoreCase(text)).toList();
    List<EnvironmentProfile> beginning =
        subjects.stream()
            .filter(subject -> subject.name().regionMatches(true, 0, text, 0, text.length()))
            .toList();
    List<EnvironmentProfile> found = exact.isEmpty() ? beginning : exact;
    if (found.isEmpty()) {
      return new NameLookup.None(List.of());
    }
    return found.size() == 1 ? new NameLookup.One(found.get(0)) : new NameLookup.Several(found);
  }

  private static EnvironmentProfile named(String name) {
    return new EnvironmentProfile(
        Environments.bare(name, name, EnvironmentType.SANDBOX, "Sandbox", "europe"),
        EnvironmentKind.DATAVERSE_ONLY);
  }
}

package dev.holdfast.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.environment.Kind;
import dev.holdfast.environment.Lookup;
import dev.holdfast.environment.Subject;
import dev.holdfast.platform.EnvironmentType;
import dev.holdfast.testing.Environments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupWordsTest {

  private final List<Subject> subjects =
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
    Command.Split split = split(text);

    assertThat(split.subject().map(Subject::name)).contains(environment);
    assertThat(split.label()).isEqualTo(label.replace("''", ""));
  }

  @Test
  void aBeginningOfSeveralLeadsToTheCandidatesWithTheLabelKept() {
    Command.Split split = split("backup Fabrikam before go-live");

    assertThat(split.subject()).isEmpty();
    assertThat(split.environment()).isInstanceOf(Lookup.Several.class);
    assertThat(split.label()).isEqualTo("before go-live");
  }

  @Test
  void whatNamesNoneIsLookedUpAsAWhole() {
    assertThat(split("backup Nowhere land").environment()).isEqualTo(new Lookup.None(List.of()));
  }

  private Command.Split split(String text) {
    return ((Command.Backup) new CommandParser().parse(text)).split(this::find);
  }

  /** As the catalogue does it, without its finer points. */
  private Lookup find(String text) {
    List<Subject> exact =
        subjects.stream().filter(subject -> subject.name().equalsIgnoreCase(text)).toList();
    List<Subject> beginning =
        subjects.stream()
            .filter(subject -> subject.name().regionMatches(true, 0, text, 0, text.length()))
            .toList();
    List<Subject> found = exact.isEmpty() ? beginning : exact;
    if (found.isEmpty()) {
      return new Lookup.None(List.of());
    }
    return found.size() == 1 ? new Lookup.One(found.get(0)) : new Lookup.Several(found);
  }

  private static Subject named(String name) {
    return new Subject(
        Environments.bare(name, name, EnvironmentType.SANDBOX, "Sandbox", "europe"),
        Kind.DATAVERSE_ONLY);
  }
}

package dev.holdfast.operation.several;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.testing.Environments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words mean several environments, and which. */
class EnvironmentSelectionTest {

  private static final List<EnvironmentProfile> ALL =
      Stream.of("Contoso Production", "Contoso UAT", "Contoso Dev", "Fabrikam (a+b)")
          .map(EnvironmentSelectionTest::environment)
          .toList();

  private static EnvironmentProfile environment(String name) {
    return EnvironmentProfile.of(
        name.endsWith("Production")
            ? Environments.bare(name, name, EnvironmentType.PRODUCTION, "Production", "europe")
            : Environments.bare(name, name, EnvironmentType.SANDBOX, "Sandbox", "europe"),
        Optional.empty());
  }

  private static NameLookup find(String name) {
    return ALL.stream()
        .filter(one -> one.name().equalsIgnoreCase(name))
        .findFirst()
        .<NameLookup>map(NameLookup.One::new)
        .orElseGet(() -> new NameLookup.None(List.of()));
  }

  private static Optional<EnvironmentSelection> read(String words) {
    return EnvironmentSelection.of(List.of(words.split(" ")), EnvironmentSelectionTest::find);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all | 4 | ''",
        "all environments as nightly | 4 | nightly",
        "all production | 1 | ''",
        "all prod before go-live | 1 | before go-live",
        "ALL Sandboxes | 3 | ''",
        "all sandbox environments as x | 3 | x",
        "Contoso * | 3 | ''",
        "contoso * as nightly | 3 | nightly",
        "*UAT before go-live | 1 | before go-live",
        "Fabrikam (a+* | 1 | ''",
        "Nothing* | 0 | ''",
        "Contoso UAT, Contoso Dev | 2 | ''",
        "Contoso UAT,Contoso Dev as go-live | 2 | go-live"
      })
  void whatSeveralWordsMean(String words, int count, String label) {
    EnvironmentSelection meant = read(words).orElseThrow();
    assertThat(ALL.stream().filter(meant.which())).hasSize(count);
    assertThat(meant.label()).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contoso UAT",
        "Contoso UAT before go-live",
        "Contoso UAT *important*",
        "Contoso UAT as one, two",
        "Contoso UAT, contoso uat",
        "all hands on deck"
      })
  void whatMeansOneEnvironmentOrNoneIsLeftToTheUsualForm(String words) {
    assertThat(read(words)).isEmpty();
  }

  @Test
  void anEnvironmentThatIsCalledLikeSeveralIsMeantItself() {
    NameLookup one = new NameLookup.One(environment("All Production"));
    assertThat(EnvironmentSelection.of(List.of("all", "production"), name -> one)).isEmpty();
  }
}

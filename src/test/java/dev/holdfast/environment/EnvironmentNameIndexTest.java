package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.support.EditDistance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentNameIndexTest {

  private final EnvironmentNameIndex names =
      names(
          named("Contoso", "1111-aaaa"),
          named("Contoso Dev", "2222-bbbb"),
          named("Contoso UAT", "2222-cccc"),
          named("Fabrikam INTEGRATION", "3333-dddd"),
          named("Zürich Test", "4444-eeee"),
          named("İstanbul Dev", "5555-ffff"),
          named("Twin", "6666-aaaa"),
          named("twin", "7777-aaaa"));

  @ParameterizedTest
  @CsvSource({
    "contoso uat, Contoso UAT",
    "CONTOSO UAT, Contoso UAT",
    "'  Contoso   UAT ', Contoso UAT",
    "Contoso\u00a0UAT, Contoso UAT",
    "contoso u, Contoso UAT",
    "contoso, Contoso",
    "2222-CCCC, Contoso UAT",
    "3333, Fabrikam INTEGRATION",
    "fabrikam integration, Fabrikam INTEGRATION",
    "zurich test, Zürich Test",
    "istanbul dev, İstanbul Dev",
    "Contoso UAT 👍, Contoso UAT",
    "Contoso UAT 🙏 !!, Contoso UAT",
    "twin, twin",
    "Twin, Twin"
  })
  void oneIsFoundByNameIdOrBeginningWhateverTheCaseAndTheAccents(String text, String name) {
    assertThat(names.find(text, one -> true))
        .isInstanceOfSatisfying(
            NameLookup.One.class, one -> assertThat(one.subject().name()).isEqualTo(name));
  }

  @ParameterizedTest
  @CsvSource({"cont, 3", "2222, 2", "TWIN, 2", "Contoso ' ', 0"})
  void aBeginningOfSeveralLeadsToTheCandidates(String text, int candidates) {
    NameLookup found = names.find(text, one -> true);

    assertThat(found instanceof NameLookup.Several several ? several.candidates().size() : 0)
        .isEqualTo(candidates);
  }

  @ParameterizedTest
  @CsvSource({
    "Contosso UTA, Contoso UAT",
    "fabricam integration, Fabrikam INTEGRATION",
    "UAT, Contoso UAT"
  })
  void aTypoLeadsToTheNearestName(String text, String nearest) {
    assertThat(names.find(text, one -> true))
        .isInstanceOfSatisfying(
            NameLookup.None.class,
            none -> assertThat(none.nearest().get(0).name()).isEqualTo(nearest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "completely different words", "\u0301", "%", "*"})
  void whatIsNothingLikeAnyNameHasNoNearest(String text) {
    assertThat(names.find(text, one -> true)).isEqualTo(new NameLookup.None(List.of()));
  }

  @Test
  void aSearchLooksIntoNameIdTypeRegionAndKind() {
    assertThat(names.search("", one -> true)).hasSize(8);
    assertThat(names.search("dev", one -> true)).hasSize(2);
    assertThat(names.search("dddd", one -> true)).hasSize(1);
    assertThat(names.search("SANDBOX", one -> true)).hasSize(8);
    assertThat(names.search("europe", one -> true)).hasSize(8);
    assertThat(names.search("dataverse only", one -> true)).hasSize(8);
    assertThat(names.search("nowhere", one -> true)).isEmpty();
  }

  @Test
  void distanceCountsInsertedDroppedChangedAndSwappedLetters() {
    assertThat(
            Stream.of("restore", "restor", "restoree", "rextore", "retsore", "")
                .map(word -> EditDistance.between(word, "restore")))
        .containsExactly(0, 1, 1, 1, 1, 7);
  }

  @Test
  void aSearchOfSeveralWordsFindsWhatHasThemAll() {
    assertThat(found("dev sandbox contoso")).containsExactly("Contoso Dev");
    assertThat(found("europe uat")).containsExactly("Contoso UAT");
    assertThat(found("dev nowhere")).isEmpty();
  }

  @Test
  void whatIsNamedSoComesBeforeWhatOnlyMentionsIt() {
    EnvironmentNameIndex many =
        names(
            named("A", "dev-1111"),
            named("Before dev", "2222"),
            named("Dev of Contoso", "3333"),
            named("Devon", "4444"));

    assertThat(many.search("dev", one -> true))
        .extracting(EnvironmentProfile::name)
        .containsExactly("Dev of Contoso", "Devon", "Before dev", "A");
  }

  private List<String> found(String text) {
    return names.search(text, one -> true).stream().map(EnvironmentProfile::name).toList();
  }

  private static EnvironmentNameIndex names(EnvironmentProfile... subjects) {
    return new EnvironmentNameIndex(List.of(subjects));
  }

  private static EnvironmentProfile named(String name, String id) {
    return Sample.sandbox(name).id(id).subject();
  }
}

package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeaheadRankingTest {

  private static final int ENOUGH = 15;

  private final EnvironmentNameIndex names =
      names(
          "Backup of Devon",
          "Contoso UAT",
          "Dav Test",
          "Dev of Contoso",
          "Fabrikam Predev",
          "Fabrikam-Dev (old)",
          "Zürich İstanbul",
          "בדיקות קבלה",
          "開発環境",
          "🚀 Launch 👩\u200d💻");

  @Test
  void aBeginningComesBeforeAWordThatBeginsSoBeforeAPartBeforeASlip() {
    assertThat(found("dev"))
        .containsExactly(
            "Dev of Contoso",
            "Backup of Devon",
            "Fabrikam-Dev (old)",
            "Fabrikam Predev",
            "Dav Test");
  }

  @Test
  void wordsThatStandTogetherComeBeforeWordsApartAndThoseBeforeParts() {
    EnvironmentNameIndex many = names("Xuat xberlin", "Berlin East UAT", "Fabrikam Berlin UAT");

    assertThat(many.suggest("berlin uat", ENOUGH, one -> true))
        .extracting(EnvironmentProfile::name)
        .containsExactly("Fabrikam Berlin UAT", "Berlin East UAT", "Xuat xberlin");
  }

  @Test
  void slipsAreLeftOutWhereEnoughFits() {
    assertThat(names.suggest("dev", 4, one -> true))
        .extracting(EnvironmentProfile::name)
        .doesNotContain("Dav Test");
  }

  @ParameterizedTest
  @CsvSource({
    "contsoo, Contoso UAT",
    "contoso uta, Contoso UAT",
    "conttoso u, Contoso UAT",
    "zurch, Zürich İstanbul",
    "fabirkam old, Fabrikam-Dev (old)"
  })
  void aSlipOfTheFingerIsForgivenAlsoInAWordHalfTyped(String typed, String name) {
    assertThat(found(typed)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "ZÜRICH, Zürich İstanbul",
    "istanbul, Zürich İstanbul",
    "קבלה, בדיקות קבלה",
    "\u200fבדיק\u200e, בדיקות קבלה",
    "\u202eבדיקות\u202c, בדיקות קבלה",
    "発環, 開発環境",
    "🚀, 🚀 Launch 👩\u200d💻",
    "👩\u200d💻, 🚀 Launch 👩\u200d💻",
    "ｄｅｖ ｏｆ, Dev of Contoso"
  })
  void everyScriptIsFoundAndWhatCannotBeSeenDoesNotMatter(String typed, String name) {
    assertThat(found(typed)).first().isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u200f", "\u0301\u0301", "\n\t"})
  void nothingTypedIsEverythingInItsOrder(String typed) {
    assertThat(found(typed)).hasSize(10).startsWith("Backup of Devon", "Contoso UAT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%", "*", "' or 1=1 --", "[a](https://evil.example)", "(", "\\", "${1+1}"})
  void hostileTextIsOnlyTextThatNothingIsNamedBy(String typed) {
    assertThat(names("Contoso UAT", "Berlin").suggest(typed, ENOUGH, one -> true)).isEmpty();
  }

  @Test
  void aTextWithoutEndIsReadAsFarAsAnybodyTypes() {
    assertThat(found("contoso uat" + " ".repeat(200) + "zzz")).contains("Contoso UAT");
    assertThat(found("\ufdfa".repeat(100_000))).isEmpty();
    assertThat(found("\ud83d".repeat(101))).isEmpty();
  }

  @Test
  void anEnvironmentIsAlsoFoundByItsIdTypeAndRegion() {
    assertThat(found("id-contoso")).contains("Contoso UAT");
    assertThat(found("europe sandbox uat")).containsExactly("Contoso UAT");
  }

  private List<String> found(String typed) {
    return names.suggest(typed, ENOUGH, one -> true).stream()
        .map(EnvironmentProfile::name)
        .toList();
  }

  private static EnvironmentNameIndex names(String... names) {
    return new EnvironmentNameIndex(
        Stream.of(names).map(name -> Sample.sandbox(name).subject()).toList());
  }
}

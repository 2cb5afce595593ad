package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.choices;
import static dev.holdfast.chat.ChatBench.errors;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.Card;
import dev.holdfast.operation.backup.BackupSpec;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms where there are more environments than a card can offer. */
class ManyEnvironmentsTests {

  @AutoClose private final ChatBench bench = new ChatBench();

  @BeforeEach
  void open() {
    for (int i = 0; i < 2_000; i++) {
      String id = "env-%04d".formatted(i);
      bench.api.put(id, "Fabrikam %04d".formatted(i), "Ready", "Enabled", "Sandbox");
    }
  }

  @Test
  void theTargetsNamedLikeTheSourceAreOfferedAndAnyOtherCanBeTyped() {
    Card form = answer("restore.form", Map.of("source", "env-1234"));

    assertThat(choices(form, "target"))
        .hasSize(25)
        .startsWith("env-1234", "env-1230")
        .doesNotContain(UAT.id());
    assertThat(text(form)).contains("targetText", "25 of 2,001 possible targets");
    assertThat(text(form).length()).isLessThan(14 * 1024);
  }

  @Test
  void aTypedTargetIsTheTarget() {
    Card review = review("targetText", "fabrikam 0815");

    assertThat(text(review)).contains("restore.submit", "Fabrikam 0815");
  }

  @Test
  void whatIsTypedWinsOverWhatWasChosenBefore() {
    Card review = review(with(filledIn(), "target", DEV.id()), "targetText", "env-0815");

    assertThat(text(review)).contains("Fabrikam 0815").doesNotContain("Contoso Dev");
  }

  @Test
  void aTypedBeginningNarrowsTheListAndKeepsWhatWasFilledIn() {
    Card form = review("targetText", "fabrikam 081");

    assertThat(errors(form)).containsOnlyKeys("target");
    assertThat(errors(form).get("target")).contains("10 environments begin with “fabrikam 081”");
    assertThat(choices(form, "target")).hasSize(10).allMatch(id -> id.startsWith("env-081"));
    assertThat(text(form)).contains("fresh data", "2026-11-19");
  }

  @Test
  void aTypedNameThatIsNoneLeadsToTheNearest() {
    Card form = review("targetText", "fabrikam 08155");

    assertThat(errors(form).get("target")).contains("No environment is named “fabrikam 08155”");
    assertThat(choices(form, "target")).contains("env-0815").hasSizeLessThan(4);
  }

  @Test
  void aSourceIsTypedAndNarrowedLikewise() {
    Card form = answer("restore.form", Map.of("sourceText", "fabrikam 081"));
    assertThat(text(form)).contains("10 environments begin with");
    assertThat(choices(form, "source")).hasSize(10);

    assertThat(text(answer("restore.form", Map.of("sourceText", "Fabrikam 0815"))))
        .contains("restore.review", "\"source\":\"env-0815\"");
  }

  @Test
  void anEnvironmentToBackUpIsTypedAndNarrowedLikewise() {
    Map<String, String> form =
        Map.of("draft", "3f1c2a52-0000-4000-8000-000000000001", "label", "before go-live");

    Card again = answer("backup.submit", with(form, "sourceText", "fabrikam 081"));
    assertThat(choices(again, "source")).hasSize(10);
    assertThat(text(again)).contains("before go-live", "10 environments begin with");

    bench.answer(
        bench.click(ALEX, OWN, "backup.submit", with(form, "sourceText", "Fabrikam 0815")));
    assertThat(((BackupSpec) bench.newest().details().spec()).source().id()).isEqualTo("env-0815");
  }

  @Test
  void whereTheListIsNotCompleteTheRestIsSearchedWhileTyping() {
    assertThat(text(answer("restore.form", Map.of("source", "env-1234"))))
        .contains("\"dataset\":\"targets?source=env-1234\"");
    assertThat(text(answer("restore.form", Map.of())))
        .contains("\"dataset\":\"environments?for=restore\"");
    assertThat(text(answer("backup.form", Map.of())))
        .contains("\"dataset\":\"environments?for=backup\"");
  }

  @Test
  void whatWasFoundWhileTypingIsTaken() {
    assertThat(text(review("target", "ENV-0815"))).contains("restore.submit", "Fabrikam 0815");
  }

  @ParameterizedTest
  @ValueSource(strings = {"env-9999", "env-0815,env-0816", "../env-0815", "Fabrikam 0815", "🙂"})
  void aValueThatIsNoEnvironmentIsGivenBack(String value) {
    Card form = review("target", value);
    assertThat(errors(form)).containsOnlyKeys("target");
    assertThat(text(form)).contains("fresh data").doesNotContain("restore.submit");

    Card source = answer("restore.review", with(filledIn(), "source", value));
    assertThat(text(source)).contains("restore.form", "might have been deleted", "fresh data");

    Map<String, String> backup =
        Map.of("draft", "3f1c2a52-0000-4000-8000-000000000001", "label", "before go-live");
    Card again = answer("backup.submit", with(backup, "source", value));
    assertThat(text(again)).contains("before go-live", "might have been deleted");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void anEnvironmentThatAppearedSinceIsTakenOnTheSecondTry() {
    review("target", "env-0815");
    bench.api.put("env-new", "Brand new", "Ready", "Enabled", "Sandbox");

    assertThat(errors(review("target", "env-new"))).containsOnlyKeys("target");
    assertThat(text(review("target", "env-new"))).contains("restore.submit", "Brand new");
  }

  private Card review(String key, String value) {
    Map<String, String> data = new HashMap<>(filledIn());
    data.remove("target");
    return review(data, key, value);
  }

  private Card review(Map<String, String> data, String key, String value) {
    return answer("restore.review", with(data, key, value));
  }

  private Card answer(String verb, Map<String, String> data) {
    return bench.answer(bench.click(ALEX, OWN, verb, data)).orElseThrow().card().orElseThrow();
  }
}

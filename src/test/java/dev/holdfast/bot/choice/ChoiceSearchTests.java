package dev.holdfast.bot.choice;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.bot.ChoiceQuery;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.card.view.Choice;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.environment.EnvironmentCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choices for somebody who types into a form. */
class ChoiceSearchTests {

  @AutoClose private ChatBench bench = new ChatBench();

  @BeforeEach
  void open() {
    bench.api.put("env-prod", "Contoso Live", "Ready", "Enabled", "Production");
  }

  @Test
  void aChoiceSaysNameTypeAndKind() {
    assertThat(search("environments?for=restore", "contoso u"))
        .first()
        .isEqualTo(new Choice("Contoso UAT · Sandbox · USE", UAT.id()));
  }

  @Test
  void twoOfTheSameNameAreToldApartByTheBeginningOfTheirIds() {
    bench.api.put("1111aaaa-1", "Twin", "Ready", "Enabled", "Sandbox");
    bench.api.put("2222bbbb-1", "Twin", "Ready", "Enabled", "Sandbox");
    bench.api.put("2222bbbb-2", "Twin", "Ready", "Enabled", "Sandbox");

    assertThat(titles("targets?source=env-uat", "twin"))
        .containsExactly(
            "Twin · Sandbox · UDE · europe · 1111aaaa",
            "Twin · Sandbox · UDE · europe · 2222bbbb-1",
            "Twin · Sandbox · UDE · europe · 2222bbbb-2");
  }

  @Test
  void longNamesAreToldApartWhereTheyAreCut() {
    bench.api.put("1111aaaa", "x".repeat(90) + "1", "Ready", "Enabled", "Sandbox");
    bench.api.put("2222bbbb", "x".repeat(90) + "2", "Ready", "Enabled", "Sandbox");

    assertThat(titles("environments", "xxx")).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void legalTargetsComeFirstAndTheOthersSayThatTheyAreRuledOut() {
    bench.api.put("env-0", "Contoso", "Ready", "Enabled", "Trial");

    assertThat(search("targets?source=env-uat", "contoso"))
        .extracting(Choice::title)
        .containsExactly(
            "Contoso Dev · Sandbox · UDE",
            "Contoso UAT · Sandbox · USE",
            "Contoso · Trial · UDE · ruled out",
            "Contoso Live · Production · UPE · ruled out");
  }

  @Test
  void theSourceMayAlsoComeWithTheOtherInputs() {
    warm();
    assertThat(find("targets", "live", Map.of("source", UAT.id()), 0, 15))
        .extracting(Choice::title)
        .containsExactly("Contoso Live · Production · UPE · ruled out");
  }

  @Test
  void withoutASourceEveryEnvironmentIsRanked() {
    assertThat(titles("targets", "live")).containsExactly("Contoso Live · Production · UPE");
    assertThat(titles("targets?source=nobody", "live"))
        .containsExactly("Contoso Live · Production · UPE");
  }

  @Test
  void whatThePolicyForbidsToOverwriteIsRuledOut() {
    bench.close();
    bench =
        new ChatBench(
            Map.of(
                "holdfast.policy[0].environments", "*Dev",
                "holdfast.policy[0].target", "forbidden"));
    assertThat(titles("targets?source=env-uat", "contoso dev"))
        .containsExactly("Contoso Dev · Sandbox · UDE · ruled out");
  }

  @Test
  void whatCannotBeBackedUpComesLast() {
    bench.api.put("env-0", "Contoso", "Ready", "Enabled", "Trial");

    assertThat(titles("environments?for=backup", "contoso"))
        .last()
        .isEqualTo("Contoso · Trial · UDE · ruled out");
  }

  @Test
  void nothingTypedIsWhatIsNamedLikeTheSource() {
    for (int i = 0; i < 40; i++) {
      bench.api.put("env-%02d".formatted(i), "Fabrikam %02d".formatted(i), "Ready", "", "Sandbox");
    }

    assertThat(search("targets?source=env-33", "").stream().map(Choice::value))
        .hasSize(15)
        .startsWith("env-33", "env-30");
  }

  @Test
  void thereAreFifteenAtMostAndMoreOnTheNextPage() {
    for (int i = 0; i < 40; i++) {
      bench.api.put("env-%02d".formatted(i), "Fabrikam %02d".formatted(i), "Ready", "", "Sandbox");
    }
    warm();

    assertThat(find("environments", "fabrikam", Map.of(), 0, 1_000)).hasSize(15);
    assertThat(find("environments", "fabrikam", Map.of(), 0, 3)).hasSize(3);
    assertThat(find("environments", "fabrikam", Map.of(), 30, 15))
        .hasSize(10)
        .first()
        .extracting(Choice::value)
        .isEqualTo("env-30");
    assertThat(find("environments", "fabrikam", Map.of(), Integer.MAX_VALUE, 15)).isEmpty();
  }

  @Test
  void aValueThatClientsWouldTakeForTwoIsNotOffered() {
    bench.api.put("env-a,env-b", "Comma", "Ready", "Enabled", "Sandbox");

    assertThat(titles("environments", "comma")).isEmpty();
  }

  @Test
  void backupsAreFoundByTheirLabels() {
    backup("b-1", "before go-live", Duration.ofDays(2));
    backup("b-2", "after go-live", Duration.ofDays(1));
    backup("b-3", "go-live, not ready yet", Duration.ofMinutes(5));

    search("backups?source=env-uat", "go");
    assertThat(search("backups?source=env-uat", "go-live").stream().map(Choice::value))
        .containsExactly("b-1", "b-2");
    assertThat(titles("backups?source=env-uat", "after").get(0))
        .startsWith("after go-live (")
        .contains("Europe/Berlin");
    assertThat(titles("backups", "after")).isEmpty();
    assertThat(titles("backups?source=nobody", "after")).isEmpty();
  }

  /** The form's zone counts where it's sent, else the searcher's own. */
  @Test
  void aBackupIsFoundByItsDayInTheZoneOfTheForm() {
    backup("b-1", "late", Duration.between(Instant.parse("2026-11-18T17:30:00Z"), NOW));
    search("backups?source=env-uat", "late");

    Map<String, String> tokyo = Map.of("zone", "Tokyo Standard Time");
    assertThat(find("backups?source=env-uat", "2026-11-19", tokyo, 0, 15))
        .singleElement()
        .satisfies(found -> assertThat(found.title()).contains("19 Nov 2026, 02:30 (Asia/Tokyo)"));
    assertThat(find("backups?source=env-uat", "2026-11-19", Map.of(), 0, 15)).isEmpty();
    assertThat(find("backups?source=env-uat", "2026-11-18", Map.of(), 0, 15)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "people", "graph.microsoft.com/users", "?", "?source=env-uat"})
  void whatIsNotSearchedHereHasNoChoices(String dataset) {
    assertThat(titles(dataset, "contoso")).isEmpty();
  }

  @Test
  void beforeTheFirstReadingThereIsNothing() {
    assertThat(find("targets?source=env-uat", "contoso", Map.of(), 0, 15)).isEmpty();
    assertThat(find("targets?source=env-uat", "contoso", Map.of(), 0, 15)).isNotEmpty();
  }

  private List<String> titles(String dataset, String text) {
    return search(dataset, text).stream().map(Choice::title).toList();
  }

  private List<Choice> search(String dataset, String text) {
    warm();
    return find(dataset, text, Map.of(), 0, 15);
  }

  private void warm() {
    bench.bench.get(EnvironmentCatalog.class).all();
  }

  private List<Choice> find(
      String dataset, String text, Map<String, String> inputs, int skip, int top) {
    return bench
        .bench
        .get(ConversationDispatcher.class)
        .searched(new ChoiceQuery(ALEX, dataset, text, inputs, skip, top));
  }

  private void backup(String id, String label, Duration ago) {
    bench.api.backups.add(
        new Backup(
            id, label, Optional.empty(), NOW.minus(ago), Optional.empty(), Optional.empty()));
  }
}

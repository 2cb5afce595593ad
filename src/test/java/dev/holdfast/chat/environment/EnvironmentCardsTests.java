package dev.holdfast.chat.environment;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Capacity;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.adminapi.Environment.Retention;
import dev.holdfast.adminapi.Environment.Verdict;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.dispatch.CardActionDispatcher;
import dev.holdfast.bot.environment.EnvironmentResolver;
import dev.holdfast.card.Card;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.testing.Environments;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The cards of one environment and of thousands. */
class EnvironmentCardsTests {

  private static final String ID = "env-1";

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void anEnvironmentIsShownWithAllThatIsKnownOfIt() {
    bench.api.environments.put(
        ID,
        new Environment(
            new Environment.Identity(
                ID, "Contoso Full", EnvironmentType.SANDBOX, "Sandbox", Optional.of(true)),
            new Environment.History(Optional.of("Adele Vance"), Optional.empty(), Optional.empty()),
            new Environment.Location(
                "europe",
                Optional.of("network-1"),
                Optional.of("group-1"),
                Optional.of("security-1")),
            new Environment.State(
                Optional.of("Ready"),
                Optional.of("AdminMode"),
                Optional.of("Restore"),
                Optional.empty(),
                Map.of(
                    "Backup", new Verdict(true, Optional.empty()),
                    "Restore", new Verdict(false, Optional.empty(), Optional.of("CdsLink")))),
            new Environment.Encryption(Optional.of(true), Optional.of("key-1")),
            new Environment.Links(
                Optional.of(
                    new Dataverse(
                        "org",
                        Optional.of("https://contoso.crm4.dynamics.com/"),
                        Optional.of("9.2.1"),
                        Optional.of("Ready"),
                        Optional.of("Disabled"))),
                new FinOpsLink.Unified(Optional.of("https://contoso.operations.dynamics.com/"))),
            new Environment.Storage(
                Optional.of(
                    new Retention(
                        Optional.of(Duration.ofDays(7)),
                        Optional.of(Samples.NOW.minus(Duration.ofDays(7))))),
                List.of(
                    new Capacity(
                        "Database",
                        2560,
                        Optional.empty(),
                        "MB",
                        Optional.of(Samples.NOW.minus(Duration.ofHours(3)))),
                    new Capacity("Log", 3, Optional.empty(), "bales", Optional.empty()))),
            List.of()));

    assertThat(text(one()))
        .contains(
            "! Administration mode",
            "Reason: Restore.",
            "unified developer (UDE)",
            "application 10.0.44",
            "9.2.1, background operations disabled",
            "europe",
            "group-1",
            "customer-managed, policy key-1",
            "network-1",
            "security group security-1",
            "Database 2.5 GB, Log 3.0 bales (measured 3 h ago)",
            "Adele Vance",
            "7 days",
            "Fri 13 Nov 2026",
            "✕ not possible: Power Platform doesn't allow a restore to Contoso Full",
            "backup ✓ allowed; restore ✕ not allowed: CdsLink",
            "[Open finance and operations](https://contoso.operations.dynamics.com/)",
            "[Open Dataverse](https://contoso.crm4.dynamics.com/)",
            "Read from Power Platform just now");
  }

  @Test
  void anOddEnvironmentIsShownAsOdd() {
    bench.api.environments.put(ID, odd());

    assertThat(text(one()))
        .contains(
            "unlike any other",
            "type not known · kind not known · region not known",
            "State not reported",
            "not reported")
        .doesNotContain("✓");
    assertThat(text(list("relic", 0))).contains("type not known", "region not known");
  }

  @Test
  void aBackupThatExpiredOrHasNoIdOffersNoRestoreAndOneWithoutALabelHasAName() {
    Instant now = Samples.NOW;
    bench.api.backups.add(backup("b-1", "", now.minus(Duration.ofDays(1)), Optional.empty()));
    bench.api.backups.add(
        backup("b-2", "gone", now.minus(Duration.ofDays(9)), Optional.of(now.minusSeconds(7200))));
    bench.api.backups.add(backup("", "nameless", now.minus(Duration.ofDays(2)), Optional.empty()));
    bench.api.unreadableRows = 3;

    String card = text(backups());

    assertThat(card)
        .contains(
            "Backup without a label",
            "\"backup\":\"b-1\"",
            "expired 2 h ago",
            "3 backups couldn't be read")
        .doesNotContain("\"backup\":\"b-2\"", "\"backup\":\"\"");
  }

  @Test
  void anExpiredBackupIsRefusedOnClick() {
    Instant now = Samples.NOW;
    bench.api.backups.add(
        backup("b-2", "gone", now.minus(Duration.ofDays(1)), Optional.of(now.minusSeconds(7200))));
    Map<String, String> data =
        Map.of(
            "source",
            Samples.UAT.id(),
            "target",
            Samples.DEV.id(),
            "pointKind",
            RestoreFormInput.BACKUP,
            "backup",
            "b-2");
    for (String verb : List.of("restore.form", "restore.review")) {
      Card form =
          bench.answer(bench.click(ALEX, OWN, verb, data)).orElseThrow().card().orElseThrow();
      assertThat(text(form))
          .as(verb)
          .contains("gone expired 2 h ago")
          .doesNotContain("restore.submit");
    }
  }

  @Test
  void twoOfOneNameAreToldApartInListsAndQuestions() {
    bench.api.put("1111aaaa-0000", "Twin", "Ready", "Enabled", "Sandbox");
    bench.api.put("2222bbbb-0000", "twin", "Ready", "Enabled", "Sandbox");
    bench.api.unreadableRows = 1;

    assertThat(text(list("twin", 0)))
        .contains(
            "Open Twin · 1111aaaa",
            "Open twin · 2222bbbb",
            "europe · 1111aaaa",
            "1 environment couldn't be read");
    Card question =
        bench
            .bench
            .get(EnvironmentResolver.class)
            .with("TWIN", ALEX, one -> list("", 0), ShowEnvironmentAction.VERB, one -> Map.of());
    assertThat(text(question)).contains("europe · 1111aaaa", "europe · 2222bbbb");
    assertThat(text(bench.bench.get(EnvironmentCards.class).one("2222bbbb-0000", ALEX)))
        .contains("europe · 2222bbbb");
  }

  @Test
  void anEnvironmentOfWhichAPartCannotBeReadSaysWhich() {
    bench.api.put(ID, "Contoso Part", "Ready", "Enabled", "Sandbox");
    bench.api.environments.computeIfPresent(ID, (id, one) -> partly(one));

    assertThat(text(one()))
        .contains("couldn't read part of what Power Platform says", ": capacity.");
  }

  private static Backup backup(String id, String label, Instant point, Optional<Instant> expires) {
    return new Backup(id, label, Optional.empty(), point, expires, Optional.empty());
  }

  private Card backups() {
    return bench.bench.get(EnvironmentCards.class).backups(Samples.UAT.id(), ALEX);
  }

  @Test
  void whatHoldsABusyEnvironmentIsItsState() {
    bench.api.put(ID, "Contoso Busy", "Running", "Enabled", "Sandbox");
    bench.api.operations.add(
        ScriptedAdminApi.operation(State.RUNNING, "Running", Optional.empty()));

    assertThat(text(one())).contains("! Busy: ").doesNotContain("✓ Ready");
  }

  @Test
  void aDisabledEnvironmentIsNotReady() {
    bench.api.put(ID, "Contoso Off", "Ready", "Disabled", "Sandbox");

    assertThat(text(one())).contains("! Disabled");
  }

  @Test
  void twoThousandAreShownInPagesThatFitIntoAMessage() {
    for (int i = 0; i < 2_000; i++) {
      bench.api.put("env-" + i, "Fabrikam %04d".formatted(i), "Ready", "Enabled", "Sandbox");
    }

    String first = text(list("fabrikam", 0));
    assertThat(first)
        .contains("1 to 10 of 2,000", "Fabrikam 0009", "Next ›", "\"from\":\"10\"")
        .doesNotContain("Fabrikam 0010", "Previous");
    assertThat(first.length()).isLessThan(14 * 1024);
    assertThat(text(list("fabrikam", 10))).contains("11 to 20 of 2,000", "‹ Previous", "Next ›");
    assertThat(text(list("fabrikam", 1_990))).contains("1,991 to 2,000").doesNotContain("Next ›");
    assertThat(text(list("fabrikam", 99_999))).contains("1,991 to 2,000");
    assertThat(text(list("fabrikam 19 sandbox", 0))).contains("1 to 10 of ", "Fabrikam 0019");
  }

  @Test
  void aPageIsTurnedByItsButton() {
    for (int i = 0; i < 30; i++) {
      bench.api.put("env-" + i, "Fabrikam %02d".formatted(i), "Ready", "Enabled", "Sandbox");
    }
    CardActionInvocation next =
        bench.click(ALEX, OWN, "environments.search", Map.of("text", "fabrikam", "from", "10"));

    assertThat(bench.bench.get(CardActionDispatcher.class).inPlace(next)).isTrue();
    assertThat(text(bench.answer(next).orElseThrow().card().orElseThrow()))
        .contains("11 to 20 of 30", "Fabrikam 10");
  }

  private Card one() {
    return bench.bench.get(EnvironmentCards.class).one(ID, ALEX);
  }

  private Card list(String search, int from) {
    return bench.bench.get(EnvironmentCards.class).list(search, from, ALEX);
  }

  private static Environment odd() {
    return Environments.bare(ID, "Contoso Relic", EnvironmentType.UNKNOWN, "", "");
  }

  private static Environment partly(Environment read) {
    return new Environment(
        read.identity(),
        read.history(),
        read.location(),
        read.state(),
        read.encryption(),
        read.links(),
        read.storage(),
        List.of("properties.capacity"));
  }
}

package dev.holdfast.chat.freeze;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.LEE;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code freeze} and {@code unfreeze} as people type them. */
class FreezeCommandsTests {

  /** Megan approves for everything but UAT, which is Lee's. */
  @AutoClose
  private final ChatBench bench =
      new ChatBench(
          Map.of(
              "holdfast.policy[0].environments",
              "Contoso UAT",
              "holdfast.policy[0].approvers",
              LEE.id(),
              "holdfast.policy[1].environments",
              "*",
              "holdfast.policy[1].approvers",
              MEGAN.id()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "freeze until Friday 18:00 because of the release | | Friday 18:00 | the release",
        "freeze everything until tomorrow because we move  | | tomorrow | we move",
        "freeze \"Contoso UAT\" until tomorrow, because: until then we test | Contoso UAT |"
            + " tomorrow, | until then we test",
        "freeze Contoso Dev because we move until tomorrow | Contoso Dev | | ",
        "freeze for Contoso Dev reason: a move | Contoso Dev | |"
      })
  void sortsTheWords(String text, String environment, String end, String reason) {
    if (end == null) {
      assertThat(answer(MEGAN, text)).contains("freeze needs an end");
      return;
    }
    assertThat(ParsedCommands.asked(text).arguments())
        .isEqualTo(new FreezeCommand.Arguments(Optional.ofNullable(environment), end, reason));
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertThat(answer(MEGAN, "freeze Contoso Dev")).contains("freeze needs an end, as in");
    assertThat(answer(MEGAN, "freeze until Friday 18:00")).contains("freeze needs a reason, as in");
    assertThat(answer(MEGAN, "freeze until soon because of it"))
        .contains("doesn't understand when it ends");
    assertThat(answer(MEGAN, "freeze until 2026-11-01 because of it")).contains("in the past");
    assertThat(active()).isEmpty();
  }

  @Test
  void anApproverFreezesEverythingAndEverybodyIsTold() {
    assertThat(answer(MEGAN, "freeze until tomorrow 18:00 because we move"))
        .contains("Everything is frozen until", "21 Nov 2026, 18:00 (America");
    assertThat(answer(ALEX, "freeze"))
        .contains(
            "Frozen by Megan Bowen until", "Reason: “we move”.", "22 Nov 2026, 00:00 (Europe");
    assertThat(answer(ALEX, "status")).contains("Frozen by Megan Bowen", "we move");
    assertThat(answer(ALEX, "hello")).contains("Frozen by Megan Bowen", "we move");
    assertThat(answer(ALEX, "help")).doesNotContain("Frozen by");
    assertThat(answer(LEE, "unfreeze")).contains("The freeze of everything has ended.");
    assertThat(answer(MEGAN, "unfreeze")).contains("There's no freeze of everything.");
    assertThat(answer(ALEX, "freeze")).isEqualTo("Nothing is frozen.");
    assertThat(answer(ALEX, "status")).doesNotContain("Frozen by");
  }

  @Test
  void anEnvironmentIsFrozenByItsApproversOnly() {
    assertThat(answer(MEGAN, "freeze Contoso UAT until tomorrow because we test"))
        .contains("Only the approvers of Contoso UAT");
    assertThat(active()).isEmpty();
    assertThat(answer(LEE, "freeze Contoso UAT until tomorrow because we test"))
        .contains("Contoso UAT is frozen until");
    assertThat(answer(MEGAN, "unfreeze Contoso UAT")).contains("Only the approvers of Contoso UAT");
    assertThat(refused())
        .containsExactly("freeze Contoso UAT (env-uat)", "unfreeze Contoso UAT (env-uat)");
    assertThat(answer(LEE, "unfreeze"))
        .contains("There's no freeze of everything.", "Nothing starts on Contoso UAT");
    assertThat(active()).hasSize(1);
    assertThat(answer(LEE, "unfreeze Contoso UAT"))
        .contains("The freeze of Contoso UAT has ended.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"freeze until tomorrow because I say so", "unfreeze", "unfreeze all"})
  void whoApprovesNothingIsRefused(String text) {
    bench.bench.get(FreezeService.class);
    assertThat(answer(ALEX, text)).contains("Only approvers can freeze and unfreeze.");
    assertThat(active()).isEmpty();
    assertThat(refused()).containsExactly(text.split(" ")[0] + " everything");
  }

  @Test
  void onlyApproversFindItInHelp() {
    assertThat(answer(MEGAN, "help")).contains("freeze until Friday 18:00");
    assertThat(answer(ALEX, "help")).doesNotContain("freeze until Friday 18:00");
  }

  @Test
  void anUnclearEnvironmentIsAskedFor() {
    assertThat(answer(MEGAN, "freeze Contoso until tomorrow because we test"))
        .contains("“Contoso” could be one of these:", "Contoso Dev (env-dev)");
    assertThat(answer(MEGAN, "freeze Zzz until tomorrow because we test"))
        .contains("No environment is named “Zzz”.");
    assertThat(active()).isEmpty();
  }

  @Test
  void aLongReasonIsRefused() {
    assertThat(answer(MEGAN, "freeze until tomorrow because " + "x".repeat(501)))
        .contains("501 characters, and at most 500");
    assertThat(active()).isEmpty();
  }

  @Test
  void manyFreezesAreListedInPages() {
    for (int i = 1; i <= 12; i++) {
      bench.api.put("env-" + i, "Fabrikam " + i, "Ready", "Enabled", "Sandbox");
    }
    for (int i = 1; i <= 12; i++) {
      answer(MEGAN, "freeze env-%d until tomorrow because we test".formatted(i));
    }
    assertThat(active()).hasSize(12);
    assertThat(answer(ALEX, "freeze"))
        .contains("Fabrikam 10", "There are 2 more. To see them, type freeze 2.")
        .doesNotContain("Fabrikam 11");
    assertThat(answer(ALEX, "freeze 2"))
        .contains("Fabrikam 11", "Fabrikam 12")
        .doesNotContain("Fabrikam 10", "more");
    assertThat(answer(ALEX, "freeze 9")).isEqualTo(answer(ALEX, "freeze 2"));
    bench.bench.clock.advance(Duration.ofDays(3));
    assertThat(answer(ALEX, "freeze")).isEqualTo("Nothing is frozen.");
  }

  /** What the audit log says that somebody wanted who may not. */
  private List<String> refused() {
    return bench
        .bench
        .get(JdbcClient.class)
        .sql("select words from audit where what = 'FREEZE_REFUSED' order by id")
        .query(String.class)
        .list();
  }

  private List<Freeze> active() {
    return bench.bench.get(FreezeService.class).active();
  }

  private String answer(ChatUser who, String text) {
    Reply answer = bench.answer(new IncomingMessage("activity", who, OWN, text));
    return answer.card().map(ChatBench::text).orElse(answer.text());
  }
}

package dev.holdfast.bot.command;

import static dev.holdfast.chat.ParsedCommands.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.chat.ParsedCommands.Asked;
import dev.holdfast.chat.environment.BackupsCommand;
import dev.holdfast.chat.environment.EnvironmentCommand;
import dev.holdfast.chat.environment.EnvironmentsCommand;
import dev.holdfast.chat.request.ApprovalsCommand;
import dev.holdfast.chat.request.CancelCommand;
import dev.holdfast.chat.request.HistoryCommand;
import dev.holdfast.chat.request.StatusCommand;
import dev.holdfast.chat.subscription.SubscribeCommand;
import dev.holdfast.chat.subscription.UnsubscribeCommand;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.backup.BackupCommand;
import dev.holdfast.operation.restore.RestoreCommand;
import dev.holdfast.operation.restore.undo.UndoCommand;
import dev.holdfast.operation.restore.why.WhyCommand;
import dev.holdfast.request.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

  private final CommandParser parser = ParsedCommands.PARSER;

  private static Asked history(
      String environment, String person, @Nullable RequestState state, String since, String until) {
    return asked(
        "history",
        new HistoryCommand.Arguments(
            said(environment), said(person), Optional.ofNullable(state), said(since), said(until)));
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(words -> !words.isEmpty());
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        arguments("help", asked("help", new NoArguments())),
        arguments("/help", asked("help", new NoArguments())),
        arguments("HELP!", asked("help", new NoArguments())),
        arguments("?", asked("help", new NoArguments())),
        arguments("???", asked("help", new NoArguments())),
        arguments("help restore", asked("help", new NoArguments())),
        arguments("hi", asked("hello", new NoArguments())),
        arguments("Hello!", asked("hello", new NoArguments())),
        arguments("hey there", asked("hello", new NoArguments())),
        arguments("Good morning", asked("hello", new NoArguments())),
        arguments("", asked("hello", new NoArguments())),
        arguments("   ", asked("hello", new NoArguments())),
        arguments("hi, help", asked("help", new NoArguments())),
        arguments(
            "environments",
            asked("environments", new EnvironmentsCommand.Arguments(Optional.empty()))),
        arguments(
            "envs", asked("environments", new EnvironmentsCommand.Arguments(Optional.empty()))),
        arguments(
            "list", asked("environments", new EnvironmentsCommand.Arguments(Optional.empty()))),
        arguments(
            "list environments",
            asked("environments", new EnvironmentsCommand.Arguments(Optional.empty()))),
        arguments("show", asked("environment", new EnvironmentCommand.Arguments(Optional.empty()))),
        arguments(
            "environments all",
            asked("environments", new EnvironmentsCommand.Arguments(Optional.empty()))),
        arguments(
            "environments contoso dev",
            asked("environments", new EnvironmentsCommand.Arguments(Optional.of("contoso dev")))),
        arguments(
            "envs in europe",
            asked("environments", new EnvironmentsCommand.Arguments(Optional.of("europe")))),
        arguments(
            "list contoso",
            asked("environments", new EnvironmentsCommand.Arguments(Optional.of("contoso")))),
        arguments(
            "environment",
            asked("environment", new EnvironmentCommand.Arguments(Optional.empty()))),
        arguments(
            "environment Contoso UAT",
            asked("environment", new EnvironmentCommand.Arguments(Optional.of("Contoso UAT")))),
        arguments(
            "env \"Contoso UAT\"",
            asked("environment", new EnvironmentCommand.Arguments(Optional.of("Contoso UAT")))),
        arguments(
            "show Contoso UAT",
            asked("environment", new EnvironmentCommand.Arguments(Optional.of("Contoso UAT")))),
        arguments(
            "backups Contoso UAT", asked("backups", new BackupsCommand.Arguments("Contoso UAT"))),
        arguments(
            "list backups of Contoso UAT",
            asked("backups", new BackupsCommand.Arguments("Contoso UAT"))),
        arguments(
            "backups for “Back to School”?",
            asked("backups", new BackupsCommand.Arguments("Back to School"))),
        arguments(
            "backup", asked("backup", new BackupCommand.Arguments(List.of(), Optional.empty()))),
        arguments(
            "backup Contoso UAT before go-live",
            asked(
                "backup",
                new BackupCommand.Arguments(
                    List.of("Contoso", "UAT", "before", "go-live"), Optional.empty()))),
        arguments(
            "Backup 'Contoso UAT' „before go-live“",
            asked(
                "backup",
                new BackupCommand.Arguments(
                    List.of("Contoso UAT", "before go-live"), Optional.empty()))),
        arguments(
            "back up Contoso",
            asked("backup", new BackupCommand.Arguments(List.of("Contoso"), Optional.empty()))),
        arguments(
            "take a backup of Contoso",
            asked("backup", new BackupCommand.Arguments(List.of("Contoso"), Optional.empty()))),
        arguments(
            "please create backup Contoso.",
            asked("backup", new BackupCommand.Arguments(List.of("Contoso"), Optional.empty()))),
        arguments(
            "why Contoso Dev",
            asked("why", new WhyCommand.Arguments("Contoso Dev", Optional.empty()))),
        arguments(
            "why Contoso Dev from Contoso UAT?",
            asked("why", new WhyCommand.Arguments("Contoso Dev", Optional.of("Contoso UAT")))),
        arguments(
            "why not Contoso Dev",
            asked("why", new WhyCommand.Arguments("Contoso Dev", Optional.empty()))),
        arguments(
            "why can't I restore Contoso UAT to Contoso Dev",
            asked("why", new WhyCommand.Arguments("Contoso Dev", Optional.of("Contoso UAT")))),
        arguments(
            "why \"From A to B\"",
            asked("why", new WhyCommand.Arguments("From A to B", Optional.empty()))),
        arguments("status", asked("status", new StatusCommand.Arguments(Optional.empty()))),
        arguments(
            "status R-1042", asked("status", new StatusCommand.Arguments(Optional.of("R-1042")))),
        arguments(
            "status r1042.", asked("status", new StatusCommand.Arguments(Optional.of("R-1042")))),
        arguments(
            "status of #1042", asked("status", new StatusCommand.Arguments(Optional.of("R-1042")))),
        arguments("R‑1042", asked("status", new StatusCommand.Arguments(Optional.of("R-1042")))),
        arguments("my requests", asked("status", new StatusCommand.Arguments(Optional.empty()))),
        arguments("approvals", asked("approvals", approvals(Optional.empty()))),
        arguments("show approvals", asked("approvals", approvals(Optional.empty()))),
        arguments("approve R-7", asked("approvals", approvals(Optional.of("R-7")))),
        arguments("thank you", asked("thanks", new NoArguments())),
        arguments("history", history("", "", null, "", "")),
        arguments("history of Contoso UAT", history("Contoso UAT", "", null, "", "")),
        arguments("history Contoso Dev", history("Contoso Dev", "", null, "", "")),
        arguments("history by Megan", history("", "Megan", null, "", "")),
        arguments("history failed", history("", "", RequestState.FAILED, "", "")),
        arguments(
            "history awaiting approval", history("", "", RequestState.AWAITING_APPROVAL, "", "")),
        arguments("history outcome unknown", history("", "", RequestState.UNKNOWN, "", "")),
        arguments("history since 2026-11-01", history("", "", null, "2026-11-01", "")),
        arguments(
            "history from 2026-11-01 to 2026-12-01",
            history("", "", null, "2026-11-01", "2026-12-01")),
        arguments(
            "History Contoso Dev failed by Megan Bowen since last monday until 20 nov 18:00",
            history(
                "Contoso Dev", "Megan Bowen", RequestState.FAILED, "last monday", "20 nov 18:00")),
        arguments(
            "history of failed of Contoso Dev",
            history("Contoso Dev", "", RequestState.FAILED, "", "")),
        arguments(
            "history by Megan of Contoso Dev", history("", "Megan of Contoso Dev", null, "", "")),
        arguments("history \"Failed Orders\"", history("Failed Orders", "", null, "", "")),
        arguments("history \"by\" failed", history("by", "", RequestState.FAILED, "", "")),
        arguments("history by Megan by Alex", history("", "Megan by Alex", null, "", "")),
        arguments("cancel R-1042", asked("cancel", new CancelCommand.Arguments("R-1042"))),
        arguments("Cancel r - 1042", asked("cancel", new CancelCommand.Arguments("R-1042"))),
        arguments("cancel 0042", asked("cancel", new CancelCommand.Arguments("R-42"))),
        arguments("undo R-1042", asked("undo", new UndoCommand.Arguments("R-1042"))),
        arguments(
            "subscribe", asked("subscribe", new SubscribeCommand.Arguments(Optional.empty()))),
        arguments(
            "subscribe to Contoso UAT",
            asked("subscribe", new SubscribeCommand.Arguments(Optional.of("Contoso UAT")))),
        arguments(
            "unsubscribe from Contoso UAT",
            asked("unsubscribe", new UnsubscribeCommand.Arguments(Optional.of("Contoso UAT")))),
        arguments("doctor", asked("doctor", new NoArguments())),
        arguments("  DOCTOR ", asked("doctor", new NoArguments())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void eachCommandIsUnderstoodAsPeopleTypeIt(String text, Asked command) {
    assertThat(asked(text)).isEqualTo(command);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      value = {
        "restore                                                      | -           | -           |"
            + " -",
        "restore Contoso UAT                                          | Contoso UAT | -           |"
            + " -",
        "restore Contoso UAT to Contoso Dev                           | Contoso UAT | Contoso Dev |"
            + " -",
        "restore Contoso UAT to Contoso Dev at 2026-11-20 18:00       | Contoso UAT | Contoso Dev |"
            + " 2026-11-20 18:00",
        "RESTORE Contoso UAT TO Contoso Dev AT yesterday 18:00        | Contoso UAT | Contoso Dev |"
            + " yesterday 18:00",
        "restore Contoso UAT at yesterday 18:00 to Contoso Dev        | Contoso UAT | Contoso Dev |"
            + " yesterday 18:00",
        "restore at yesterday 18:00 Contoso                           | -           | -           |"
            + " yesterday 18:00 Contoso",
        "restore from Contoso UAT to Contoso Dev                      | Contoso UAT | Contoso Dev |"
            + " -",
        "restore to Contoso Dev from Contoso UAT                      | Contoso UAT | Contoso Dev |"
            + " -",
        "restore Contoso Dev from Contoso UAT at 18:00                | Contoso UAT | Contoso Dev |"
            + " 18:00",
        "restore to Contoso Dev                                       | -           | Contoso Dev |"
            + " -",
        "restore from Contoso UAT                                     | Contoso UAT | -           |"
            + " -",
        "restore at 2 hours ago                                       | -           | -           |"
            + " 2 hours ago",
        "restore Contoso UAT onto Contoso Dev 2 hours ago             | Contoso UAT | Contoso Dev |"
            + " 2 hours ago",
        "restore Contoso UAT to Contoso Dev yesterday at 6 pm         | Contoso UAT | Contoso Dev |"
            + " yesterday 6 pm",
        "restore Contoso UAT to Contoso Dev last friday 18:00         | Contoso UAT | Contoso Dev |"
            + " last friday 18:00",
        "restore Contoso UAT to Contoso Dev as of 2026-11-20T18:00Z   | Contoso UAT | Contoso Dev |"
            + " as of 2026-11-20T18:00Z",
        "restore Contoso UAT to Contoso Dev 11/12/2026                | Contoso UAT | Contoso Dev |"
            + " 11/12/2026",
        "restore Contoso 2 to Contoso 3                               | Contoso 2   | Contoso 3   |"
            + " -",
        "restore ~Back to School~ to “Meet at Noon”                   | Back to School | Meet at"
            + " Noon | -",
        "restore Megan's Sandbox to 'Dev at Home' at 18:00            | Megan's Sandbox | Dev at"
            + " Home | 18:00",
        "restore Contoso UAT yesterday at 18:00 to Contoso Dev        | Contoso UAT | Contoso Dev |"
            + " yesterday 18:00",
        "restore Contoso UAT 3 days ago at 18:00                      | Contoso UAT | -           |"
            + " 3 days ago 18:00",
        "restore A to B to C                                          | A           | B to C      |"
            + " -",
        "please restore Contoso UAT to Contoso Dev.                   | Contoso UAT | Contoso Dev |"
            + " -"
      })
  void aRestoreIsSortedIntoSourceTargetAndTime(
      String text, String source, String target, String when) {
    assertThat(asked(text.replace('~', '"')))
        .isEqualTo(
            asked(
                "restore",
                new RestoreCommand.Arguments(
                    Optional.ofNullable(source),
                    Optional.ofNullable(target),
                    Optional.ofNullable(when),
                    Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "restore A to B at yesterday 18:00 start Friday 22:00 | yesterday 18:00 | Friday 22:00",
        "restore A to B start tonight                         | -               | tonight",
        "restore A start in 3 hours to B at 18:00             | 18:00           | in 3 hours",
        "restore A to B start Friday 22:00 at yesterday 18:00 | yesterday 18:00 | Friday 22:00 at",
        "restore A to B yesterday 18:00 starting tonight      | yesterday 18:00 | tonight"
      })
  void theStartOfARestoreHasAWordOfItsOwn(String text, String when, String start) {
    assertThat(asked(text))
        .isEqualTo(
            asked(
                "restore",
                new RestoreCommand.Arguments(
                    Optional.of("A"),
                    Optional.of("B"),
                    Optional.ofNullable(when),
                    Optional.of(start))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "backup Contoso UAT before go-live tonight         | Contoso UAT before go-live | tonight",
        "backup Contoso UAT at Friday 22:00                | Contoso UAT                | Friday"
            + " 22:00",
        "backup Contoso UAT in 3 hours                     | Contoso UAT                | in 3"
            + " hours",
        "backup start tomorrow 07:00 Contoso UAT           | Contoso UAT                | tomorrow"
            + " 07:00",
        "backup Contoso UAT at friday                      | Contoso UAT                | friday",
        "backup tonight                                    | -                          | tonight",
        "backup Contoso UAT before tomorrow                | Contoso UAT before tomorrow | -",
        "backup Contoso at Work                            | Contoso at Work            | -",
        "backup Contoso UAT at 22:00 as before go-live     | Contoso UAT at 22:00 as before go-live"
            + " | -",
        "backup Contoso UAT start of the sprint            | Contoso UAT start of the sprint | -"
      })
  void theStartOfABackupStandsBehindItsWord(String text, String words, String start) {
    assertThat(asked(text))
        .isEqualTo(
            asked(
                "backup",
                new BackupCommand.Arguments(
                    words == null ? List.of() : List.of(words.split(" ")),
                    Optional.ofNullable(start))));
  }

  @Test
  void wordsInQuotesAreNoStart() {
    assertThat(asked("backup \"Tonight\""))
        .isEqualTo(
            asked("backup", new BackupCommand.Arguments(List.of("Tonight"), Optional.empty())));
    assertThat(asked("backup UAT \"at Friday 22:00\""))
        .isEqualTo(
            asked(
                "backup",
                new BackupCommand.Arguments(List.of("UAT", "at Friday 22:00"), Optional.empty())));
  }

  @Test
  void aRestoreWithThreeEnvironmentsIsAskedBack() {
    assertThat(parser.parse("restore A from B to C"))
        .isInstanceOfSatisfying(
            ParsedCommand.Incomplete.class,
            asked -> assertThat(StoredMessage.english(asked.hint())).contains("SOURCE to TARGET"));
  }

  @ParameterizedTest
  @CsvSource({
    "backups, backups Contoso UAT",
    "why, why Contoso Dev from",
    "cancel, cancel R-1042",
    "cancel everything, cancel R-1042",
    "undo, undo R-1042",
    "status Contoso UAT, history Contoso UAT"
  })
  void aCommandWithoutWhatItNeedsSaysWhatItNeeds(String text, String hint) {
    assertThat(parser.parse(text))
        .isInstanceOfSatisfying(
            ParsedCommand.Incomplete.class,
            incomplete -> assertThat(StoredMessage.english(incomplete.hint())).contains(hint));
  }

  @ParameterizedTest
  @CsvSource({
    "retsore Contoso, restore",
    "resotre, restore",
    "restoer A to B, restore",
    "bakcup Contoso, backup",
    "bakups, backups",
    "enviroments, environments",
    "aprovals, approvals",
    "histroy, history",
    "hlep, help",
    "subscribr, subscribe",
    "I would like to restore Contoso, restore"
  })
  void aTypoIsAnsweredWithTheNearestCommand(String text, String nearest) {
    assertThat(parser.parse(text)).isEqualTo(new ParsedCommand.Unknown(text, Optional.of(nearest)));
  }

  private static ApprovalsCommand.Arguments approvals(Optional<String> requestId) {
    return new ApprovalsCommand.Arguments(requestId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy", "the weather", "🙂", "42x", "-"})
  void whatIsLikeNoCommandHasNoNearest(String text) {
    assertThat(parser.parse(text)).isEqualTo(new ParsedCommand.Unknown(text, Optional.empty()));
  }

  @Test
  void spacesThatDoNotBreakAndMarksThatNobodySeesDoNotMatter() {
    assertThat(asked("\u200b\u00a0environment\u00a0Contoso\u202fUAT\u200e\n"))
        .isEqualTo(
            asked("environment", new EnvironmentCommand.Arguments(Optional.of("Contoso UAT"))));
  }

  @Test
  void aQuoteThatNeverClosesIsNoQuote() {
    assertThat(asked("environment \"Contoso UAT"))
        .isEqualTo(
            asked("environment", new EnvironmentCommand.Arguments(Optional.of("Contoso UAT"))));
  }

  @Test
  void noTextMakesTheParserThrowOrDawdle() {
    String[] pieces = {
      "restore", "to", "from", "at", "backup", "why", "status", "R-", "1042", "\"", "“", "”", "'",
      " ", "\u00a0", "\n", "yesterday", "18:00", "2026-11-20", "ago", "/", "?", ".", "İ", "ß", "🙂",
      "\ud83d", "\u0000", "%s", "{0}", "$1", "\\", "(", "+01:00", "<at>", "1/2", ":", "pm", "a",
      "2 hours"
    };
    Random random = new Random(20_261_120);

    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(12); words > 0; words--) {
              text.append(pieces[random.nextInt(pieces.length)]);
              text.append(random.nextBoolean() ? " " : "");
            }
            assertThat(parser.parse(text.toString())).isNotNull();
          }
          for (String piece : pieces) {
            assertThat(parser.parse(piece.repeat(30_000 / piece.length()))).isNotNull();
            assertThat(parser.parse("restore " + (piece + " ").repeat(5_000))).isNotNull();
          }
        });
  }
}

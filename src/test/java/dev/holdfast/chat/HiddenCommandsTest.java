package dev.holdfast.chat;

import static dev.holdfast.chat.ParsedCommands.asked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.command.CommandParser;
import dev.holdfast.bot.command.ParsedCommand;
import dev.holdfast.chat.environment.BackupsCommand;
import dev.holdfast.chat.request.HistoryCommand;
import dev.holdfast.chat.request.StatusCommand;
import dev.holdfast.request.RequestState;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands with what people, keyboards, and clients put around them. */
class HiddenCommandsTest {

  private static final List<String> COMMANDS =
      List.of(
          "status",
          "status R-1042",
          "help",
          "approvals",
          "environments",
          "doctor",
          "cancel R-1042",
          "undo R-1042",
          "history",
          "history by Megan",
          "history Contoso Dev failed",
          "backups Contoso UAT",
          "backup Contoso UAT",
          "restore",
          "restore Contoso UAT to Contoso Dev",
          "why Contoso Dev",
          "subscribe Contoso UAT",
          "R-1042");

  private static final List<String> BEFORE =
      List.of(
          "",
          " ",
          "\u00a0",
          "\u200b",
          "\ufeff",
          "\u2060",
          "\u3164",
          "hi ",
          "hi, ",
          "Hello! ",
          "hey there ",
          "hi holdfast, ",
          "Hi Holdfast: ",
          "hi @Holdfast ",
          "hello team, ",
          "good morning, ",
          "Good afternoon everyone! ",
          "hi 👋 ",
          "please ",
          "ok, please ",
          "- ",
          "– ",
          "— ",
          "* ",
          "+ ",
          "• ",
          "◦ ",
          "▪ ",
          "→ ",
          "1. ",
          "2) ",
          "(3) ",
          "a) ",
          "> ",
          ">> ",
          "# ",
          "[ ] ",
          "[x] ",
          "☐ ",
          "✅ ",
          "👋 ",
          "👋🏽 ",
          "👩\u200d💻 ",
          "- hi, ",
          "hi - ",
          "1. please ",
          "> R-1001 is running.\n",
          "> R-1001 is running.\n> It may take hours.\n\n",
          "could you ",
          "Can you please ");

  private static final List<String> BEHIND =
      List.of(
          "",
          " ",
          ".",
          "!",
          "!!!",
          "…",
          " !",
          ";",
          "\u200b",
          "\u00a0",
          "\n",
          " please",
          ", please!",
          " thanks",
          ", thanks!",
          " thank you",
          ", thank you.",
          " thx 🙏");

  @Test
  void areUnderstoodWhateverStandsAroundThem() {
    CommandParser parser = ParsedCommands.PARSER;
    SoftAssertions all = new SoftAssertions();
    for (String command : COMMANDS) {
      ParsedCommand expected = parser.parse(command);
      assertThat(expected).isNotInstanceOf(ParsedCommand.Unknown.class);
      for (String before : BEFORE) {
        for (String behind : BEHIND) {
          String text = before + command + behind;
          all.assertThat(parser.parse(text)).as(text).isEqualTo(expected);
        }
      }
    }
    all.assertAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“status”",
        "\"status\"",
        "'status'",
        "‘status’",
        "«status»",
        "„status“",
        "`status`",
        "**status**",
        "_status_",
        "(status)",
        "[status]",
        "-status",
        "•status",
        ">status",
        "👉status",
        "status👍",
        "status 👍",
        "status ✅ 🙏",
        "STATUS",
        "ｓｔａｔｕｓ",
        "/status",
        "status:",
        "sta\u200btus",
        "status\u200d",
        "\u202astatus\u202c",
        "status - please"
      })
  void areUnderstoodInQuotesAndMarks(String text) {
    assertThat(asked(text))
        .isEqualTo(asked("status", new StatusCommand.Arguments(Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“status R-1042”",
        "“status” R-1042",
        "**status R-1042**",
        "`status R-1042`",
        "status “R-1042”",
        "status R-1042 👍",
        "R-1042👍",
        "👉 R-1042",
        "(R-1042)",
        "#1042",
        "- R - 1042",
        "1. R-1042"
      })
  void findTheRequest(String text) {
    assertThat(asked(text))
        .isEqualTo(asked("status", new StatusCommand.Arguments(Optional.of("R-1042"))));
  }

  @ParameterizedTest
  @CsvSource({
    "subscribe 👍",
    "environments 🙏",
    "backup 🙂",
    "restore 🙏",
    "history 🙂",
    "approvals 👍👍"
  })
  void takeNoEmojiForAName(String text) {
    String bare = text.substring(0, text.indexOf(' '));
    assertThat(ParsedCommands.PARSER.parse(text)).isEqualTo(ParsedCommands.PARSER.parse(bare));
  }

  @Test
  void keepAnEmojiThatANameOrLabelEndsWith() {
    assertThat(asked("backups Contoso 🚀"))
        .isEqualTo(asked("backups", new BackupsCommand.Arguments("Contoso 🚀")));
  }

  @ParameterizedTest
  @CsvSource({
    "R&amp;D, R&D",
    "Dev &lt;1&gt;, Dev <1>",
    "&quot;A to B&quot;, A to B",
    "Bob&#39;s, Bob's"
  })
  void areReadWhereAClientEscapesThem(String typed, String name) {
    assertThat(asked("backups " + typed))
        .isEqualTo(asked("backups", new BackupsCommand.Arguments(name)));
  }

  @Test
  void takeAMentionedPersonForOneName() {
    assertThat(asked("history by <at>Megan Bowen</at>, failed"))
        .isEqualTo(
            asked(
                "history",
                new HistoryCommand.Arguments(
                    Optional.empty(),
                    Optional.of("Megan Bowen"),
                    Optional.of(RequestState.FAILED),
                    Optional.empty(),
                    Optional.empty())));
  }
}

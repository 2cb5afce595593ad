package dev.holdfast.teams.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.teams.activity.MentionStripper.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person says, in the fields and forms in which it was seen or may come. */
class MessageTextTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MENTION_SPAN =
      "<span itemscope itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">%s</span>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain    | restore Contoso UAT                    | restore Contoso UAT",
        "plain    | restore R&amp;D                        | restore R&amp;D",
        "plain    | restore R&D                            | restore R&D",
        "plain    | restore&nbsp;Contoso                   | restore Contoso",
        "plain    | is 1 &lt; 2                            | is 1 &lt; 2",
        "plain    | is 1 < 2                               | is 1 < 2",
        "plain    | restore <b>x</b>                       | restore <b>x</b>",
        "plain    | restore Contoso_UAT_1 **x**            | restore Contoso_UAT_1 **x**",
        "plain    | <p>status</p>                          | status",
        "plain    | <div><div>status&nbsp;R-1</div></div>  | status R-1",
        "xml      | <b>status</b> R-1042                   | status R-1042",
        "xml      | a &amp;lt; b                           | a &lt; b",
        "XML      | <p>status</p>                          | status",
        "markdown | **status** R-1042                      | status R-1042",
        "markdown | restore *Contoso UAT* to `Dev`         | restore Contoso UAT to Dev",
        "markdown | restore Contoso\\_UAT_1                | restore Contoso_UAT_1",
        "markdown | restore Contoso_UAT_1 to A_B           | restore Contoso_UAT_1 to A_B",
        "markdown | [status](https://contoso.com) ~~now~~  | status now",
        "markdown | ***status***                           | status",
        "unknown  | status                                 | status",
        "''       | status                                 | status"
      })
  void isReadInEachFormat(String format, String text, String said) {
    assertThat(read(message(text, format)).text()).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>status</p>                                                    | status",
        "<div>status<br>R-1042</div>                                      | status~R-1042",
        "<p>restore <strong>R&amp;D</strong> to <em>Dev</em></p>          | restore R&D to Dev",
        "<ul><li>status</li></ul>                                         | status",
        "<p>status <img alt=\"👍\" itemtype=\"x/Emoji\" src=\"y\"></p>    | status 👍",
        "<emoji id=\"hi\" alt=\"👋\"></emoji>status                       | 👋status",
        "<blockquote><p>status</p></blockquote>                           | status",
        "<a title=\"a > b\" href=\"x\">status</a>                         | status",
        "<!-- not this -->status<style>p {}</style>                       | status",
        "<attachment id=\"1\">never</attachment>status                    | status",
        "1 < 2 and status                                                 | 1 < 2 and status",
        "<p>status                                                        | status"
      })
  void isReadFromAnHtmlAttachmentWhereThereIsNoText(String html, String said) {
    for (var text : new String[] {"", " ", null}) {
      assertThat(read(withHtml(message(text, "plain"), html)).text())
          .isEqualTo(said.replace('~', '\n'));
    }
  }

  @Test
  void isTheTextWhereAnHtmlAttachmentSaysTheSame() {
    var both = withHtml(message("status", "plain"), "<p>status</p>");

    assertThat(read(both).text()).isEqualTo("status");
  }

  @Test
  void isWithoutTheMessageThatItAnswers() {
    var html =
        "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\""
            + " itemid=\"1\"><strong>Holdfast</strong><p>R-1001 awaits"
            + " approval.</p></blockquote><p>approvals</p>";

    assertThat(read(withHtml(message("R-1001 awaits approval. approvals", "plain"), html)).text())
        .isEqualTo("approvals");
  }

  @Test
  void isTheValueOfASuggestedAction() {
    assertThat(read(message("", "plain").put("value", "status")).text()).isEqualTo("status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/vnd.microsoft.card.adaptive", "image/png"})
  void isNotWhatAnotherAttachmentHolds(String type) {
    var message = message("", "plain");
    message.putArray("attachments").addObject().put("contentType", type).put("content", "restore");

    assertThat(read(message).text()).isEmpty();
  }

  @Test
  void leavesNoTraceOfTheBotWhereverAndHoweverItIsMentioned() {
    var spellings =
        List.of(
            "<at>Holdfast</at>",
            "<at id=\"0\">Holdfast</at>",
            "<at>holdfast</at>",
            "<at> Holdfast </at>",
            "<at>Holdfast&nbsp;</at>",
            "@Holdfast",
            "@holdfast",
            "<at>Holdfast</at> <at>Holdfast</at>",
            "<at>Holdfast</at> <at>General</at>");
    var all = new SoftAssertions();
    for (var spelling : spellings) {
      for (var text :
          List.of(
              "%s status R-1",
              "status %s R-1", "status R-1 %s", "%s&nbsp;status R-1", "%s\nstatus R-1")) {
        for (var format : List.of("plain", "xml", "markdown")) {
          var said = text.formatted(spelling);
          var message = message(said, format);
          mention(message, "<at>Holdfast</at>", "28:bot", "Holdfast");
          mention(message, "<at>General</at>", "19:general@thread.tacv2", "General");
          all.assertThat(words(read(message).text()))
              .as(format + ": " + said)
              .isEqualTo("status R-1");
          if (!said.contains("General")) {
            all.assertThat(words(read(message(said, format)).text()))
                .as(format + " without an entity: " + said)
                .isEqualTo("status R-1");
          }
        }
      }
    }
    all.assertAll();
  }

  @Test
  void leavesNoTraceOfTheBotInHtml() {
    var html = "<p>" + MENTION_SPAN.formatted("Holdfast") + "&nbsp;status</p>";
    var message = withHtml(message("", "plain"), html);
    mention(message, "<at>Holdfast</at>", "28:bot", "Holdfast");

    assertThat(read(message).text()).isEqualTo("status");
  }

  @ParameterizedTest
  @CsvSource({
    "29:megan, '', aadObjectId, entra-megan",
    "29:megan, '', objectId, entra-megan",
    "8:orgid:entra-megan, '', none, entra-megan",
    "29:megan, Megan Bowen, aadObjectId, entra-megan"
  })
  void namesAMentionedPersonByTheirId(String id, String name, String field, String entraId) {
    var message = message("<at>Holdfast</at> history by <at>Megan</at> failed", "plain");
    mention(message, "<at>Holdfast</at>", "28:bot", "Holdfast");
    mention(message, "<at>Megan</at>", id, name).put(field, "entra-megan");

    var read = read(message);

    assertThat(read.text()).isEqualTo("history by <at>Megan</at> failed");
    assertThat(read.people())
        .containsExactly(new Mention("Megan", Optional.of(entraId), Optional.of(id)));
  }

  @Test
  void tellsNamesakesApart() {
    var message = message("history by <at>Megan</at> not <at>Megan</at>", "plain");
    mention(message, "<at>Megan</at>", "29:one", "Megan").put("aadObjectId", "one");
    mention(message, "<at>Megan</at>", "29:two", "Megan").put("aadObjectId", "two");

    var read = read(message);

    assertThat(read.text()).isEqualTo("history by <at>Megan</at> not <at>Megan 1</at>");
    assertThat(read.people()).extracting(Mention::name).containsExactly("Megan", "Megan 1");
  }

  @Test
  void namesAPersonWhomHtmlMentions() {
    var html = "<p>history by " + MENTION_SPAN.formatted("Megan &amp; Co") + "</p>";
    var message = withHtml(message("", "plain"), html);
    mention(message, "<at>Megan &amp; Co</at>", "29:megan", "Megan & Co")
        .put("aadObjectId", "megan");

    assertThat(read(message).text()).isEqualTo("history by <at>Megan & Co</at>");
    assertThat(read(message).people()).hasSize(1);
  }

  @Test
  void takesNothingThatAPersonTypesForAMention() {
    var message = message("history by \uE000 \uE001 &lt;at&gt;x&lt;/at&gt;", "plain");
    mention(message, "<at>Megan</at>", "29:megan", "Megan");

    assertThat(read(message).people()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<at>",
        "</at>",
        "<at ",
        "<",
        "<p ",
        "<a '",
        "&",
        "&#0;",
        "&#xD800;",
        "*",
        "_",
        "`",
        "[",
        "](",
        "<!--",
        "<blockquote itemtype=\"schema.skype.com/Reply\">",
        "<span ",
        "\\",
        "\uE000"
      })
  void takesAnyTextInNoTime(String piece) {
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (var format : List.of("plain", "xml", "markdown")) {
            var text = piece.repeat(100_000 / piece.length());
            var message = withHtml(message(text, format), text);
            mention(message, "<at>Holdfast</at>", "28:bot", "Holdfast");
            assertThat(read(message).text()).doesNotContain("\u0000");
            assertThat(read(withHtml(message("", format), text)).text()).isNotNull();
          }
        });
  }

  @Test
  void mindsNoOddEntity() {
    var message = message("status", "plain");
    for (var odd : List.of("text", 1, List.of(), Map.of())) {
      message.withArray("entities").addPOJO(odd);
    }
    mention(message, "", "x".repeat(600), "");
    mention(message, "<at>y</at>", "\u0000", "\u0000");

    assertThat(read(JSON.valueToTree(message)).text()).isEqualTo("status");
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static ObjectNode message(String text, String format) {
    var message = JSON.createObjectNode().put("type", "message").put("textFormat", format);
    if (text != null) {
      message.put("text", text);
    }
    message.putObject("recipient").put("id", "28:bot").put("name", "Holdfast");
    return message;
  }

  private static ObjectNode withHtml(ObjectNode message, String html) {
    message
        .putArray("attachments")
        .addObject()
        .put("contentType", "text/html")
        .put("content", html);
    return message;
  }

  private static ObjectNode mention(ObjectNode message, String text, String id, String name) {
    var entity = message.withArray("entities").addObject().put("type", "mention").put("text", text);
    return entity.putObject("mentioned").put("id", id).put("name", name);
  }

  private static MessageText read(ObjectNode message) {
    return MessageText.of(ActivitySanitizer.clean(message), message);
  }
}

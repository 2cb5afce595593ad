package dev.holdfast.operation.copy;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.card.Card;
import dev.holdfast.chat.ChatBench;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From the words to the form. */
class CopyCommandTests {

  @AutoClose private final ChatBench bench = new ChatBench();

  @BeforeEach
  void open() {
    bench.api.put("env-full", "Contoso Full", "Ready", "Enabled", "Sandbox");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          copy Contoso UAT to Contoso Dev              | Contoso Dev  | ''
          copy from Contoso UAT to Contoso Dev         | Contoso Dev  | ''
          copy to Contoso Dev from Contoso UAT         | Contoso Dev  | ''
          copy Contoso Dev from Contoso UAT            | Contoso Dev  | ''
          copy Contoso UAT onto Contoso Dev            | Contoso Dev  | ''
          copy minimal Contoso UAT to Contoso Dev      | Contoso Dev  | minimal
          copy Contoso UAT to Contoso Dev minimal      | Contoso Dev  | minimal
          copy Contoso UAT minimal to Contoso Dev      | Contoso Dev  | minimal
          copy MINIMAL from Contoso UAT to Contoso Dev | Contoso Dev  | minimal
          copy Contoso UAT to Contoso Dev full         | Contoso Dev  | full
          copy full Contoso UAT to Contoso Dev minimal | Contoso Dev  | ''
          copy Contoso UAT to Contoso Dev without transactions | Contoso Dev | without-transactions
          copy Without Transactions Contoso UAT to Contoso Dev | Contoso Dev | without-transactions
          copy Contoso UAT no transactions to Contoso Dev      | Contoso Dev | without-transactions
          copy transactionless Contoso UAT to Contoso Dev      | Contoso Dev | without-transactions
          copy full Contoso UAT to Contoso Dev without transactions | Contoso Dev | ''
          copy without transactions from Contoso UAT to Contoso Dev | Contoso Dev | without-transactions
          refresh Contoso Dev from Contoso UAT         | Contoso Dev  | ''
          refresh Contoso Dev from Contoso UAT minimal | Contoso Dev  | minimal
          refresh Contoso Dev from Contoso UAT without transactions | Contoso Dev | without-transactions
          copy Contoso UAT to Contoso Full             | Contoso Full | ''
          copy Contoso UAT to Contoso Full minimal     | Contoso Full | minimal
          copy Contoso UAT to "Contoso Full" full      | Contoso Full | full
          copy Contoso UAT                             | ''           | ''
          copy Contoso UAT minimal                     | ''           | minimal
          """)
  void theWordsFillInTheForm(String said, String target, String type) {
    Card form = reply(said);
    assertThat(text(form)).contains("Contoso UAT", "copy.review");
    assertThat(value(form, "target")).isEqualTo(id(target));
    assertThat(value(form, "type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy",
        "copy minimal",
        "copy without transactions",
        "copy to Contoso Dev",
        "copy minimal to Contoso Dev",
        "refresh",
        "refresh Contoso Dev",
        "refresh Contoso Dev without transactions"
      })
  void withoutASourceItIsAskedFor(String said) {
    assertThat(text(reply(said))).contains("Choose the source", "copy.form");
  }

  @Test
  void whatTheRulesForbidIsSaidAndNotFilledIn() {
    bench.api.put("env-live", "Contoso Live", "Ready", "Enabled", "Production");
    Card form = reply("copy Contoso UAT to Contoso Live");
    assertThat(text(form)).contains("Nothing can be copied to a production environment");
    assertThat(value(form, "target")).isEmpty();
  }

  @Test
  void aNameThatIsNotKnownIsAskedAbout() {
    assertThat(text(reply("copy Contoso UAT to Contoso Nowhere")))
        .contains("No environment is named “Contoso Nowhere”");
    assertThat(text(reply("copy Contoso UAT to \"Contoso Dev minimal\"")))
        .contains("No environment is named “Contoso Dev minimal”");
  }

  @Test
  void threeNamesAreTooMany() {
    Reply reply = bench.answer(said("copy Contoso UAT from Contoso Dev to Contoso Full"));
    assertThat(reply.toString()).contains("Holdfast can't tell which environment is the source");
  }

  private Card reply(String said) {
    return bench.answer(said(said)).card().orElseThrow();
  }

  private static IncomingMessage said(String text) {
    return new IncomingMessage("message", ALEX, OWN, text);
  }

  private static String id(String name) {
    return switch (name) {
      case "Contoso Dev" -> DEV.id();
      case "Contoso Full" -> "env-full";
      case "Contoso UAT" -> UAT.id();
      default -> "";
    };
  }

  private static String value(Card form, String input) {
    for (JsonNode element : form.json().path("body")) {
      if (element.path("id").asString("").equals(input)) {
        return element.path("value").asString("");
      }
    }
    return "no input";
  }
}

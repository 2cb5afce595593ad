package dev.holdfast.environment.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was found is kept with a form, and shown again in the reader's language. */
class FindingTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Finding FOUND =
      RuleId.R7.green("rule.target.green", "target", "Contoso Dev");

  @Test
  void itComesBackWithItsMessages() {
    Finding read = JSON.readValue(JSON.writeValueAsString(FOUND), Finding.class);
    assertThat(read).isEqualTo(FOUND).hasSameHashCodeAs(FOUND);
    assertThat(read.message()).isEqualTo(FOUND.message());
    assertThat(read.origin()).isEqualTo(Message.of("rule.source.backup"));
  }

  @Test
  void whatAnEarlierVersionStoredHasItsSentencesAlone() {
    ObjectNode stored = (ObjectNode) JSON.readTree(JSON.writeValueAsString(FOUND));
    assertThat(stored.remove("message")).isNotNull();
    assertThat(stored.remove("sourceMessage")).isNotNull();
    Finding read = JSON.readValue(stored.toString(), Finding.class);
    assertThat(read.message()).isEqualTo(Message.plain(FOUND.sentence()));
    assertThat(read.sentence()).isEqualTo(FOUND.sentence());
    assertThat(read.source()).isEqualTo(FOUND.source());
  }

  @Test
  void twoAreEqualByAllThatAReaderSees() {
    Finding one = new Finding("R7", Severity.GREEN, "Fine.", "A page");
    assertThat(one)
        .isEqualTo(new Finding("R7", Severity.GREEN, "Fine.", "A page"))
        .isNotEqualTo(new Finding("R8", Severity.GREEN, "Fine.", "A page"))
        .isNotEqualTo(new Finding("R7", Severity.AMBER, "Fine.", "A page"))
        .isNotEqualTo(new Finding("R7", Severity.GREEN, "Good.", "A page"))
        .isNotEqualTo(new Finding("R7", Severity.GREEN, "Fine.", "Another page"))
        .isNotEqualTo("R7")
        .hasToString("Finding[R7 GREEN: Fine.]");
  }
}

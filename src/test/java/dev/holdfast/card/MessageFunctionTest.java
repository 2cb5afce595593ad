package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.card.engine.Template;
import dev.holdfast.card.engine.value.TemplateSyntaxException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MessageFunctionTest {

  private static final Map<String, MessageFunction> OWN = Map.of("t", new MessageFunction());

  @Test
  void isTheMessageWithItsArguments() {
    assertThat(
            shown(
                "${t('card.common.from')} ${t('card.common.newestShown', 'shown', 2, 'total', n)}"))
        .isEqualTo("From The newest 2 of 1,980.");
  }

  @Test
  void neverReadsAnArgumentAsAnExpression() {
    assertThat(shown("${t('card.backups.by', 'person', name)}")).isEqualTo("by ${1 + 1} {n}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t('card.no.such')                          | there is no message 'card.no.such'",
        "t(name)                                    | there is no message ''",
        "t()                                        | there is no message ''",
        "t('card.backups.by')                       | takes arguments named [person]",
        "t('card.backups.by', 'person')             | takes arguments named [person]",
        "t('card.backups.by', name, 'person')       | takes arguments named [person]",
        "t('card.common.from', 'person', name)      | takes arguments named []"
      })
  void aWrongCallIsRefusedWhenTheTemplateIsLoaded(String call, String reason) {
    assertThatExceptionOfType(TemplateSyntaxException.class)
        .isThrownBy(() -> shown("${" + call + "}"))
        .withMessageContaining(reason);
  }

  private static String shown(String text) {
    JsonMapper json = JsonMapper.shared();
    return Template.parse("t", json.createArrayNode().add(text), Map.copyOf(OWN))
        .expand(
            json.createObjectNode().put("n", 1980).put("name", "${1 + 1} {n}"), CardRenderer.HOST)
        .json()
        .get(0)
        .stringValue();
  }
}

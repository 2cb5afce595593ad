package dev.holdfast.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.RequestEventType;
import dev.holdfast.testing.WebhookSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page for those who receive events. */
class WebhooksPageTest {

  private static final Path PAGE = Path.of("src/docs/WEBHOOKS.md");

  @Test
  void thePageNamesTheTypeOfEachEvent() throws IOException {
    List<String> named =
        Pattern.compile("(?m)^\\| `(dev\\.holdfast\\.[^`]+)` \\| \\S")
            .matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(named)
        .containsExactlyElementsOf(
            Stream.of(RequestEventType.values()).map(EventName::type).toList());
  }

  @Test
  void itsExampleFitsTheSchema() throws IOException {
    String page = Files.readString(PAGE);
    String example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
    JsonNode event = JsonMapper.shared().readTree(example);

    assertThat(WebhookSchema.problems(event.path("data"))).isEmpty();
    assertThat(event.path("dataschema").asString()).isEqualTo(EventBody.SCHEMA);
  }

  @Test
  void theSchemaHasTheIdThatEventsName() throws IOException {
    JsonNode schema = JsonMapper.shared().readTree(Files.readString(WebhookSchema.FILE));
    assertThat(schema.path("$id").asString()).isEqualTo(EventBody.SCHEMA);
  }
}

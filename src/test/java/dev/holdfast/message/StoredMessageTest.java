package dev.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages as they are stored beside their English texts. */
class StoredMessageTest {

  private static final Instant AT = Instant.parse("2026-11-20T17:00:00.123456789Z");
  private static final JsonMapper JSON = new JsonMapper();

  private final Message message =
      Message.of("queue.running", "request", "R-1042", "environment", "Contoso {Dev}")
          .then(Message.of("queue.until", "time", AT));

  @Test
  void aMessageComesBackAsItWas() {
    assertThat(StoredMessage.read(StoredMessage.english(message), stored(message)))
        .isEqualTo(message);
    MessageFormatter berlin = new MessageFormatter(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
    assertThat(berlin.text(StoredMessage.read(StoredMessage.english(message), stored(message))))
        .isEqualTo(
            "Waiting for R-1042, which is running on Contoso {Dev}. It waits until Fri 20 Nov 2026,"
                + " 18:00 (Europe/Berlin) · 17:00 UTC at the latest.");
  }

  @Test
  void eachKindOfArgumentComesBack() {
    for (Object value :
        List.of("text", 7, 12_345_678_901L, 1.5, AT, Duration.ofHours(2), List.of("a", "b"))) {
      Message one = Message.of("text.plain", "text", "").with("x", value).with("y", message);
      Message nested = Message.of("text.then", "first", one, "next", one);
      assertThat(StoredMessage.read(StoredMessage.english(nested), stored(nested)))
          .as("%s", value)
          .isEqualTo(nested);
    }
  }

  @Test
  void aTextThatIsInNoCatalogIsStoredAsItIs() {
    Message plain = Message.plain("Not now: {why}.");
    assertThat(StoredMessage.of(plain)).isEmpty();
    assertThat(StoredMessage.read("Not now: {why}.", Optional.empty())).isEqualTo(plain);
  }

  @Test
  void aTextThatAReplicaWithoutMessagesHasChangedIsShownAsItIs() {
    assertThat(StoredMessage.read("The service answers 503.", stored(message)))
        .isEqualTo(Message.plain("The service answers 503."));
  }

  @Test
  void whatANewerVersionHasStoredIsShownByItsText() {
    String text = StoredMessage.english(message);
    for (String change :
        List.of(
            "{\"code\":\"no.such.message\"}",
            "{\"arguments\":{}}",
            "{\"arguments\":{\"first\":{},\"next\":{\"text\":\"x\"}}}")) {
      ObjectNode newer = JSON.valueToTree(StoredMessage.of(message).orElseThrow());
      newer.setAll((ObjectNode) JSON.readTree(change));
      StoredMessage read = JSON.treeToValue(newer, StoredMessage.class);
      assertThat(StoredMessage.read(text, Optional.of(read))).isEqualTo(Message.plain(text));
    }
  }

  private static Optional<StoredMessage> stored(Message message) {
    return StoredMessage.of(message)
        .map(JSON::writeValueAsString)
        .map(json -> JSON.readValue(json, StoredMessage.class));
  }
}

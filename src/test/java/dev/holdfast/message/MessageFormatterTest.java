package dev.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageFormatterTest {

  private static final NumberTexts ENGLISH = new NumberTexts(Locale.ENGLISH);

  private final MessageFormatter formatter =
      new MessageFormatter(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

  @Test
  void putsArgumentsInByName() {
    assertThat(
            formatter.text(
                Message.of("card.common.newestShown").with("shown", 10).with("total", 1980)))
        .isEqualTo("The newest 10 of 1,980.");
  }

  @Test
  void choosesThePluralOfTheLanguage() {
    Message count = Message.of("card.environments.all");
    assertThat(List.of(0, 1, 2))
        .extracting(total -> formatter.text(count.with("total", total)))
        .containsExactly("0 environments", "1 environment", "2 environments");
  }

  @Test
  void writesInstantsAndDurationsForTheReader() {
    Message age = Message.of("card.environments.age");
    assertThat(formatter.text(age.with("age", Instant.parse("2026-11-20T17:00:00Z"))))
        .isEqualTo("read Fri 20 Nov 2026, 18:00 (Europe/Berlin) · 17:00 UTC");
    assertThat(formatter.text(age.with("age", Duration.ofMinutes(65)))).isEqualTo("read 1 h 5 min");
    assertThat(formatter.text(age.with("age", Message.of("time.now")))).isEqualTo("read just now");
  }

  @Test
  void neverReadsAnArgumentAsAPattern() {
    String hostile = "{total} '{' {0, number} #";
    assertThat(formatter.text(Message.of("card.backups.by").with("person", hostile)))
        .isEqualTo("by " + hostile);
    assertThat(
            new CompiledMessage("{n, plural, other {# of {name}}}", Locale.ENGLISH, ENGLISH)
                .text(Map.of("n", 2, "name", hostile)))
        .isEqualTo("2 of " + hostile);
  }

  @Test
  void takesTheMarkupOutOfArgumentsButNotOutOfTheMessage() {
    Message asked = Message.of("card.approval.requester").with("requester", "*Alex*");
    assertThat(formatter.text(asked, text -> text.replace("*", "\\*")))
        .isEqualTo("Requested by **\\*Alex\\***");
  }

  @Test
  void showsTheNameOfAnArgumentThatIsMissing() {
    assertThat(formatter.text(Message.of("card.common.newestShown").with("shown", 3)))
        .isEqualTo("The newest 3 of {total}.");
  }

  @Test
  void keepsApostrophesAndQuotedBraces() {
    CompiledMessage message =
        new CompiledMessage("Holdfast's '{'card'}' isn''t {name}'s", Locale.ENGLISH, ENGLISH);
    assertThat(message.text(Map.of("name", "Alex"))).isEqualTo("Holdfast's {card} isn't Alex's");
  }

  @Test
  void fallsBackToEnglish() {
    Locale sorbian = Locale.forLanguageTag("hsb-DE");
    assertThat(MessageCatalog.shared().language(sorbian)).isEqualTo(Locale.ENGLISH);
    assertThat(new MessageFormatter(sorbian, ZoneId.of("UTC")).text(Message.of("time.now")))
        .isEqualTo("just now");
  }

  @Test
  void showsListsTimesElsewhereAndTimesFromNow() {
    Instant now = Instant.parse("2026-11-20T17:00:00Z");
    assertThat(plain(List.of("A", "B", Message.of("time.now")))).isEqualTo("A, B, and just now");
    assertThat(plain(List.of("A"))).isEqualTo("A");
    assertThat(plain(now.atZone(ZoneId.of("Asia/Tokyo"))))
        .isEqualTo("Sat 21 Nov 2026, 02:00 (Asia/Tokyo)");
    assertThat(plain(new RelativeTime(now.minusSeconds(7200), now))).isEqualTo("2 h ago");
    assertThat(plain(DayOfWeek.FRIDAY)).isEqualTo("Friday");
  }

  @Test
  void joinsSentences() {
    assertThat(formatter.text(Message.sentences(List.of()))).isEmpty();
    assertThat(formatter.text(Message.plain("One.").then(Message.plain("Two {x}."))))
        .isEqualTo("One. Two {x}.");
  }

  private String plain(Object value) {
    return formatter.text(Message.of("text.plain", "text", value));
  }

  @Test
  void refusesWhatItCannotShow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> formatter.text(Message.of("no.such.message")))
        .withMessageContaining("no.such.message");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Message.of("time.now").with("x", List.of()));
  }
}

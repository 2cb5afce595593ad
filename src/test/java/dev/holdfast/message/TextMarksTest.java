package dev.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.CardTexts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMarksTest {

  private static final CardTexts TEXTS = new CardTexts(ZoneOffset.UTC);

  /** With a letter of another script and a space of no width. */
  private static final String HOSTILE = "C\u043Ento\u200Bso";

  @Test
  void aTextOfSeveralLinesStaysAsItIs() {
    String text = "Two lines:\r\n\tone, and 👩‍💻 می‌خواهم\nПривет, world";
    assertThat(TextMarks.text(text)).isEqualTo(text);
  }

  @Test
  void whatNobodySeesInATextIsShown() {
    assertThat(TextMarks.text("Con\u200Bto\u200Dso \u202EveD\u0000"))
        .isEqualTo("Con⟨U+200B⟩to⟨U+200D⟩so ⟨U+202E⟩veD⟨U+0000⟩");
    assertThat(TextMarks.text("\u200Dé\u200D")).isEqualTo("⟨U+200D⟩é⟨U+200D⟩");
    assertThat(TextMarks.text("💻\u200Dé")).isEqualTo("💻⟨U+200D⟩é");
    assertThat(TextMarks.text("é\u200C💻")).isEqualTo("é⟨U+200C⟩💻");
    assertThat(TextMarks.text("💻\u200D\u200B💻")).isEqualTo("💻⟨U+200D⟩⟨U+200B⟩💻");
    assertThat(TextMarks.text("💻\u200D")).isEqualTo("💻⟨U+200D⟩");
    assertThat(TextMarks.text("~\u200D~")).isEqualTo("~⟨U+200D⟩~");
  }

  @Test
  void inANameNothingUnseenHasAMeaning() {
    assertThat(TextMarks.name("A\n👩‍💻")).isEqualTo("A⟨U+000A⟩👩⟨U+200D⟩💻");
    assertThat(TextMarks.person("A\tB\u007F 👩‍💻")).isEqualTo("A⟨U+0009⟩B⟨U+007F⟩ 👩‍💻");
  }

  @ParameterizedTest
  @CsvSource({
    "Contoso \u0422\u0415\u0421\u0422, true, false",
    "C\u043Entoso, true, true",
    "Иван Petrov (Contoso), true, false",
    "Иван Иванов, false, false",
    "Łódź, false, false"
  })
  void lettersOfTwoScriptsAreMarkedInAnEnvironmentAndWithinAWordOfAPersonsName(
      String name, boolean environment, boolean person) {
    assertThat(TextMarks.name(name)).isEqualTo(environment ? name + " ⚠" : name);
    assertThat(TextMarks.person(name)).isEqualTo(person ? name + " ⚠" : name);
    assertThat(TextMarks.isPlain(name)).isEqualTo(!environment);
  }

  @ParameterizedTest
  @ValueSource(strings = {HOSTILE, "C\u043Entoso", "Con\u200Btoso", "Contoso", "", "A\u007FB"})
  void markingTwiceIsMarkingOnce(String name) {
    String shown = TextMarks.name(name);
    assertThat(TextMarks.name(shown)).isEqualTo(shown);
    assertThat(TextMarks.text(shown)).isEqualTo(shown);
    assertThat(TextMarks.person(TextMarks.person(name))).isEqualTo(TextMarks.person(name));
  }

  /** A reader sees what is in the names and texts of any message. */
  @Test
  void noMessageHidesAnything() {
    for (String code : MessageCatalog.shared().codes()) {
      Message message = Message.of(code);
      Set<String> texts = new TreeSet<>();
      for (String name : MessageCatalog.shared().message(code, MessageCatalog.COMPLETE).names()) {
        if (isText(code, name)) {
          texts.add(name);
        }
        message = message.with(name, texts.contains(name) ? HOSTILE : 1);
      }
      String text = TEXTS.of(message);
      assertThat(text).as(code).doesNotContain("\u200B");
      if (texts.stream().anyMatch(TextMarksTest::isName)) {
        assertThat(text).as(code).contains("⟨U+200B⟩so ⚠");
      }
    }
  }

  /** Whether a message takes a text there: a plural and a choice take none. */
  private static boolean isText(String code, String name) {
    CompiledMessage message = MessageCatalog.shared().message(code, MessageCatalog.COMPLETE);
    Map<String, Object> all =
        message.names().stream().collect(Collectors.toMap(one -> one, one -> (Object) 1));
    Map<String, Object> with = new TreeMap<>(all);
    with.put(name, HOSTILE);
    try {
      return message.text(with).contains(HOSTILE);
    } catch (IllegalArgumentException notANumber) {
      return false;
    }
  }

  private static boolean isName(String name) {
    return Set.of(
            "environment",
            "environments",
            "source",
            "target",
            "newName",
            "name",
            "person",
            "people",
            "requester",
            "approvers",
            "recipient")
        .contains(name);
  }

  @Test
  void whatIsInAMessageWithinAMessageIsMarkedToo() {
    Message within = Message.of("operation.short.backup", "source", HOSTILE);
    assertThat(TEXTS.of(Message.of("notification.canceled", "person", "A", "operation", within)))
        .contains("backup of C\u043Ento⟨U+200B⟩so ⚠");
    assertThat(TEXTS.of(Message.of("delegation.ended", "people", List.of("Alex", HOSTILE))))
        .contains("Alex and C\u043Ento⟨U+200B⟩so ⚠");
    assertThat(TEXTS.of(Message.plain("one\ntw\u200Bo"))).isEqualTo("one\ntw⟨U+200B⟩o");
    assertThat(TEXTS.fact("operation.label", HOSTILE).value()).isEqualTo("C\u043Ento⟨U+200B⟩so");
  }

  /** The audit log, digests, and other versions have names as they are. */
  @Test
  void whatIsStoredHasNamesAsTheyAre() {
    Message message = Message.of("operation.short.backup", "source", HOSTILE);
    assertThat(StoredMessage.english(message)).contains(HOSTILE);
  }
}

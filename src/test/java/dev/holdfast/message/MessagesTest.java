package dev.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import dev.holdfast.card.TemplateTexts;
import dev.holdfast.testing.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogs of all languages, against English and against what uses them. */
class MessagesTest {

  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Path SOURCES = Path.of("src/main/java");

  /** A code in a Java string; the first word is a group of the catalog. */
  private static final Pattern CODE =
      Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+)(?<!\\.json)\"");

  /** Of card actions, which look like codes. */
  private static final List<String> VERBS = Goldens.read("verbs.txt");

  static Stream<String> languages() {
    return MessageCatalog.shared().languages().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasNoCodeThatEnglishLacks(String language) {
    assertThat(patterns("en").keySet()).containsAll(patterns(language).keySet());
  }

  /** What's missing would be shown in English, in the middle of a card. */
  @ParameterizedTest
  @MethodSource("languages")
  void hasEveryTextOfEnglish(String language) {
    assertThat(patterns(language).keySet()).containsAll(patterns("en").keySet());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasTheArgumentNamesOfEnglish(String language) {
    Map<String, Set<String>> english = names("en");
    english.keySet().retainAll(patterns(language).keySet());
    assertThat(names(language)).isEqualTo(english);
  }

  /**
   * A form that the language never uses would be dead, and a choice by a word needs each word. A
   * language may choose where English needs no choice, as by a gender.
   */
  @ParameterizedTest
  @MethodSource("languages")
  void hasThePluralFormsOfTheLanguageAndTheChoicesOfEnglish(String language) {
    Set<String> forms = PluralRules.forLocale(Locale.forLanguageTag(language)).getKeywords();
    Map<String, String> english = patterns("en");
    patterns(language)
        .forEach(
            (code, pattern) -> {
              PatternChoices choices = PatternChoices.of(pattern);
              assertThat(forms).as(code).containsAll(choices.plurals());
              assertThat(choices.selects())
                  .as(code)
                  .containsAllEntriesOf(PatternChoices.of(english.get(code)).selects());
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void isReadAsIcuReadsIt(String language) {
    Locale locale = Locale.forLanguageTag(language);
    patterns(language)
        .forEach(
            (code, pattern) -> {
              MessageFormat icu = new MessageFormat(pattern, locale);
              CompiledMessage message = compiled(pattern, language);
              assertThat(message.names()).containsAll(icu.getArgumentNames());
              for (int value : List.of(0, 1, 2, 1980)) {
                Map<String, Object> arguments =
                    message.names().stream()
                        .collect(Collectors.toMap(name -> name, name -> (Object) value));
                assertThat(message.text(arguments)).isEqualTo(icu.format(arguments));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void saysNothingTwice(String language) {
    List<String> codes = lines(language).map(MessagesTest::code).toList();
    assertThat(codes).doesNotHaveDuplicates();
  }

  @Test
  void everyMessageIsUsedAndEveryUsedOneIsThere() {
    Set<String> used = new TreeSet<>(TemplateTexts.codes());
    used.addAll(codesInJava());

    assertThat(used).containsExactlyInAnyOrderElementsOf(MessageCatalog.shared().codes());
  }

  @Test
  void noTemplateHasWordsOfItsOwn() {
    assertThat(TemplateTexts.words()).isEmpty();
  }

  /** Codes of the catalog's groups, such as {@code time.} and {@code card.}, in the main code. */
  private static Set<String> codesInJava() {
    Set<String> groups =
        MessageCatalog.shared().codes().stream()
            .map(code -> code.substring(0, code.indexOf('.') + 1))
            .collect(Collectors.toSet());
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher code = CODE.matcher(Files.readString(file));
        while (code.find()) {
          boolean isVerb = VERBS.contains(code.group(1));
          if (!isVerb && groups.stream().anyMatch(code.group(1)::startsWith)) {
            codes.add(code.group(1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }

  private static Map<String, Set<String>> names(String language) {
    Map<String, Set<String>> names = new TreeMap<>();
    patterns(language)
        .forEach((code, pattern) -> names.put(code, compiled(pattern, language).names()));
    return names;
  }

  private static CompiledMessage compiled(String pattern, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new CompiledMessage(pattern, locale, new NumberTexts(locale));
  }

  /** As they are in the file: none has an escape of property files. */
  private static Map<String, String> patterns(String language) {
    return lines(language)
        .collect(
            Collectors.toMap(
                MessagesTest::code,
                line -> line.substring(line.indexOf('=') + 1),
                (one, other) -> one,
                TreeMap::new));
  }

  private static String code(String line) {
    return line.substring(0, line.indexOf('='));
  }

  private static Stream<String> lines(String language) {
    try {
      return Files.readAllLines(FOLDER.resolve("messages_" + language + ".properties")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

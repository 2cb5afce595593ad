package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownEscaperTest {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(
              List.of(
                  StrikethroughExtension.builder().requireTwoTildes(true).build(),
                  TablesExtension.create()))
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "Contoso UAT¦Contoso UAT",
        "[click](https://evil.example)¦\\[click\\](https://evil.example)",
        "**done** _yes_¦\\*\\*done\\*\\* \\_yes\\_",
        "# heading¦\\# heading",
        "- item¦\\- item",
        "pre-go-live¦pre-go-live",
        "1. first¦1\\. first",
        "10.0.44¦10.0.44",
        "> quote¦\\> quote",
        "`code`¦\\`code\\`",
        "a | b¦a | b",
        "<at>x</at>¦\\<at>x\\</at>",
        "&lt;b&gt;¦\\&lt;b\\&gt;",
        "R&D¦R&D",
        "{{DATE(2026-11-20)}}¦{\\{DATE(2026-11-20)}}",
        "C:\\temp¦C:\\temp",
        "C:\\_x_¦C:\\\\\\_x\\_",
        "[x]: https://evil.example¦\\[x\\]: https://evil.example",
        "~~gone~~¦\\~\\~gone\\~\\~",
        "***¦\\*\\*\\*",
        "- - -¦\\- - -",
        "a\\¦a\\\\",
      })
  void textsThatMeanSomethingInMarkdownShowAsTheyAre(String written, String escaped) {
    assertThat(MarkdownEscaper.escape(written)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Fri 20 Nov 2026, 18:00 (America/New_York) · 23:00 UTC",
        "contoso_dev_2_eu",
        "a__b",
        "2 * 3 * 4",
        "5 _ 6",
        "Release #4, ~5 min, 3 < 4 > 2",
        "[Test] Contoso {x} a|b",
        "-5 °C",
        "#tag",
        "1.5 GB",
        "R&D; AT&T",
        "C:\\Users\\dev",
        "Größe_ä",
        "x = y"
      })
  void whatMarkdownWouldNotReadStaysAsItIs(String text) {
    assertThat(MarkdownEscaper.escape(text)).isEqualTo(text);
  }

  /** Alone, and among what a template puts beside it. */
  @Test
  void anyTextShowsAsItWasWritten() {
    Random random = new Random(20261120);
    for (int n = 0; n < 50_000; n++) {
      String written = random(random);
      List<String> lines = Stream.of(written.strip().split("\\s*\\R\\s*")).toList();
      String escaped = MarkdownEscaper.escape(written);
      assertThat(shown(escaped))
          .as(escaped)
          .isEqualTo(lines.equals(List.of("")) ? List.of() : lines);
      if (lines.size() == 1) {
        assertThat(shown("From: " + escaped + ". (x)"))
            .as(escaped)
            .containsExactly("From: " + lines.get(0) + ". (x)");
      }
    }
  }

  private static String random(Random random) {
    String alphabet = "ab1_*[]()`~<>&;#{}|\\-+=.!:/ \n";
    return random
        .ints(1 + random.nextInt(14), 0, alphabet.length())
        .mapToObj(i -> alphabet.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** The paragraphs that a reader of Markdown shows, which have nothing in them but text. */
  private static List<String> shown(String markdown) {
    List<String> paragraphs = new ArrayList<>();
    for (Node block = PARSER.parse(markdown).getFirstChild();
        block != null;
        block = block.getNext()) {
      assertThat(block).as(markdown).isInstanceOf(Paragraph.class);
      StringBuilder text = new StringBuilder();
      for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
        assertThat(part).as(markdown).isInstanceOf(Text.class);
        text.append(((Text) part).getLiteral());
      }
      paragraphs.add(text.toString());
    }
    return paragraphs;
  }

  @Test
  void lineBreaksStayAsParagraphs() {
    assertThat(MarkdownEscaper.escape("first\r\n\n\n  - second\n"))
        .isEqualTo("first\n\n\\- second");
  }

  @Test
  void nothingTurnsTheDirectionOfWhatFollows() {
    assertThat(MarkdownEscaper.escape("safe\u202Egnitset")).isEqualTo("safegnitset");
  }

  @Test
  void aTextFromRightToLeftIsKeptApartFromItsNeighbours() {
    assertThat(MarkdownEscaper.escape("בדיקה")).isEqualTo("\u2068בדיקה\u2069");
  }
}

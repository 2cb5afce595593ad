package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

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
        "a | b¦a \\| b",
        "<at>x</at>¦\\<at\\>x\\</at\\>",
        "&lt;b&gt;¦\\&lt;b\\&gt;",
        "R&D¦R&D",
        "{{DATE(2026-11-20)}}¦\\{\\{DATE(2026-11-20)\\}\\}",
        "C:\\temp¦C:\\\\temp",
      })
  void textsThatMeanSomethingInMarkdownShowAsTheyAre(String written, String escaped) {
    assertThat(Markdown.escape(written)).isEqualTo(escaped);
  }

  @Test
  void lineBreaksStayAsParagraphs() {
    assertThat(Markdown.escape("first\r\n\n\n  - second\n")).isEqualTo("first\n\n\\- second");
  }

  @Test
  void nothingTurnsTheDirectionOfWhatFollows() {
    assertThat(Markdown.escape("safe\u202Egnitset")).isEqualTo("safegnitset");
  }

  @Test
  void aTextFromRightToLeftIsKeptApartFromItsNeighbours() {
    assertThat(Markdown.escape("בדיקה")).isEqualTo("\u2068בדיקה\u2069");
  }
}

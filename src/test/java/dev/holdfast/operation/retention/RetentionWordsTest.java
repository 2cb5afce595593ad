package dev.holdfast.operation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Contoso Production 14 days, Contoso Production, 14",
    "of Contoso Production to 14 days, Contoso Production, 14",
    "14 days for Contoso Production, Contoso Production, 14",
    "14d Contoso Production, Contoso Production, 14",
    "Contoso Production 2 weeks, Contoso Production, 14",
    "Contoso Production 1 week, Contoso Production, 7",
    "for Contoso Production 28-days, Contoso Production, 28",
    "Contoso 365 10 Days, Contoso 365, 10",
    "Contoso Production,Contoso Production,",
    "14 days, '', 14",
    "'', '',"
  })
  void saysWhichEnvironmentAndHowLong(String words, String environment, Integer days) {
    assertThat(RetentionWords.of(words))
        .isEqualTo(new RetentionWords(environment, Optional.ofNullable(days)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set the backup retention of Contoso Portal to 21 days",
        "change retention period of Contoso Portal to 3 weeks",
        "keep backups of Contoso Portal for 21 days",
        "Keep the backups of Contoso Portal for 21 days"
      })
  void isUnderstoodInASentence(String sentence) {
    assertThat(RetentionWords.ofSentence(sentence))
        .contains(new RetentionWords("Contoso Portal", Optional.of(21)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"backups of Contoso Portal", "keep backups", "set the retention", "keep"})
  void otherSentencesAreNotMeant(String sentence) {
    assertThat(RetentionWords.ofSentence(sentence)).isEmpty();
  }

  @Test
  void aNumberWithoutAUnitBelongsToTheName() {
    assertThat(RetentionWords.of("Contoso 14"))
        .isEqualTo(new RetentionWords("Contoso 14", Optional.empty()));
  }
}

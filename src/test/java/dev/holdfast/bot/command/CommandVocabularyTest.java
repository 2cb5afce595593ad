package dev.holdfast.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.chat.ParsedCommands;
import dev.holdfast.message.Vocabulary;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in German and French are the English ones. */
class CommandVocabularyTest {

  static Stream<Locale> languages() {
    return Vocabulary.languages();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hilfe                                      | help",
        "Verlauf                                    | history",
        "Status R-1042                              | status R-1042",
        "abbrechen R-1042                           | cancel R-1042",
        "Genehmigungen                              | approvals",
        "Sicherungen von Contoso Dev                | backups Contoso Dev",
        "sichern Contoso UAT                        | backup Contoso UAT",
        "Umgebungen                                 | environments",
        "wiederherstellen Contoso UAT auf Contoso Dev | restore Contoso UAT to Contoso Dev",
        "wiederherstellen Contoso UAT auf Contoso Dev vom 28.11. 18:00 | restore Contoso UAT to Contoso Dev at 28.11. 18:00",
        "kopieren Contoso UAT nach Contoso Dev      | copy Contoso UAT to Contoso Dev",
        "kopieren Contoso UAT nach Contoso Dev heute Abend | copy Contoso UAT to Contoso Dev tonight",
        "aide                                       | help",
        "historique                                 | history",
        "état R-1042                                | status R-1042",
        "statut                                     | status",
        "annuler R-1042                             | cancel R-1042",
        "sauvegarder Contoso UAT                    | backup Contoso UAT",
        "restaurer Contoso UAT sur Contoso Dev      | restore Contoso UAT to Contoso Dev",
        "Restaurer de Contoso UAT vers Contoso Dev à hier 18h | restore from Contoso UAT to Contoso Dev at hier 18h",
        "copier Contoso UAT vers Contoso Dev ce soir | copy Contoso UAT to Contoso Dev tonight",
        "langue français                            | language français"
      })
  void aCommandIsUnderstoodInEachLanguage(String said, String english) {
    assertThat(ParsedCommands.PARSER.parse(said)).isEqualTo(ParsedCommands.PARSER.parse(english));
  }

  /** Their small words are parts of names behind an English command, and in quotes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "restore Banque de France to Contoso Dev",
        "wiederherstellen \"Banque de France\" auf \"Contoso Dev\""
      })
  void namesStayAsTheyAre(String said) {
    assertThat(ParsedCommands.PARSER.parse(said))
        .isEqualTo(ParsedCommands.PARSER.parse("restore \"Banque de France\" to \"Contoso Dev\""));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyWordStandsForACommandAndForNoOther(Locale language) {
    Vocabulary.of("vocabulary.commands", language)
        .forEach(
            (word, english) -> {
              ParsedCommand said = ParsedCommands.PARSER.parse(english);
              assertThat(said).as(english).isNotInstanceOf(ParsedCommand.Unknown.class);
              assertThat(ParsedCommands.PARSER.parse(word)).as(word).isEqualTo(said);
            });
  }
}

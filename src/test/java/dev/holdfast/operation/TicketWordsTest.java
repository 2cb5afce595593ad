package dev.holdfast.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketWordsTest {

  private static CommandWords words(String text) {
    return new CommandWords(
        Arrays.stream(text.split(" ")).map(word -> new Token(word, false)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "UAT to Dev ticket CHG0030052, UAT to Dev, CHG0030052",
    "UAT to Dev at 18:00 ticket chg0030052, UAT to Dev at 18:00, chg0030052",
    "UAT ticket OPS-12 start tonight, UAT start tonight, OPS-12",
    "UAT to Dev with change ticket OPS-12, UAT to Dev, OPS-12",
    "UAT to Dev under Ticket OPS-12, UAT to Dev, OPS-12",
    "UAT change ticket OPS-12, UAT, OPS-12",
    "UAT before the change ticket OPS-12, UAT before the, OPS-12"
  })
  void theTicketIsTakenOutOfTheWords(String text, String rest, String ticket) {
    TicketWords said = TicketWords.of(words(text));
    assertThat(said.rest().text()).isEqualTo(rest);
    assertThat(said.ticket()).contains(ticket);
  }

  @ParameterizedTest
  @CsvSource({
    "UAT ticket",
    "UAT ticket 5",
    "UAT ticket sales",
    "UAT CHG0030052",
    "UAT with a ticket"
  })
  void otherWordsStay(String text) {
    assertThat(TicketWords.of(words(text)))
        .isEqualTo(new TicketWords(words(text), Optional.empty()));
  }

  @Test
  void whatIsInQuotesStays() {
    CommandWords label =
        new CommandWords(
            List.of(new Token("UAT", false), new Token("ticket", true), new Token("A1", false)));
    assertThat(TicketWords.of(label).ticket()).isEmpty();
    CommandWords name =
        new CommandWords(List.of(new Token("ticket", false), new Token("A1", true)));
    assertThat(TicketWords.of(name).ticket()).isEmpty();
  }
}

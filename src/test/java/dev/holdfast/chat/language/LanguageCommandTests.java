package dev.holdfast.chat.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ReaderLanguages;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCommandTests {

  private final ChatBench chat = new ChatBench();
  private final ReaderLanguages languages = chat.bench.get(ReaderLanguages.class);

  @AfterEach
  void close() {
    chat.bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "language German, de",
    "language deutsch, de",
    "language Allemand, de",
    "language de-CH, de",
    "language français, fr",
    "lang Französisch, fr",
    "language Englisch, en"
  })
  void aPersonChoosesALanguageByAnyOfItsNames(String said, String tag) {
    says(ChatBench.OWN, said);
    assertThat(languages.chosen(new Address.Person(ChatBench.ALEX.id())))
        .contains(Locale.forLanguageTag(tag));
  }

  @Test
  void theAnswerIsInTheLanguageThatWasChosen() {
    assertThat(says(ChatBench.OWN, "language German"))
        .isEqualTo("Ab jetzt schreibt Holdfast Ihnen auf Deutsch.");
    assertThat(says(ChatBench.OWN, "language"))
        .contains("auf Deutsch", "Deutsch, Englisch und Französisch");
    assertThat(says(ChatBench.OWN, "language Latin"))
        .isEqualTo(
            "Die Sprache „Latin“ gibt es in Holdfast nicht. Es gibt diese: Deutsch, Englisch und"
                + " Französisch.");
    assertThat(says(ChatBench.OWN, "language auto"))
        .isEqualTo(
            "From now on, Holdfast follows the language of your Teams client. Now, that's"
                + " English.");
  }

  @Test
  void inAChannelItIsTheLanguageOfTheChannel() {
    assertThat(says(ChatBench.THREAD, "language French"))
        .startsWith("Les messages sont désormais ici");
    assertThat(languages.chosen(new Address.Conversation("channel"))).contains(Locale.FRENCH);
    assertThat(languages.chosen(new Address.Person(ChatBench.ALEX.id())))
        .isEqualTo(Optional.empty());
  }

  private String says(ConversationRef where, String text) {
    chat.replies(new IncomingMessage(text + where, ChatBench.ALEX, where, text));
    return chat.messenger.last().text();
  }
}

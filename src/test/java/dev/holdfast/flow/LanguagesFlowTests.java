package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.CardTexts;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One restore with a German requester, a French approver, and an English channel. */
@EachDatabase
class LanguagesFlowTests extends SteppedJob {

  private final TestDatabase database;

  LanguagesFlowTests(Databases kind) {
    this.database = kind.fresh();
  }

  @BeforeEach
  void start() {
    start(database, Map.of());
    install();
    alexChat
        .says(alex, "language German")
        .awaitText("Ab jetzt schreibt Holdfast Ihnen auf Deutsch.");
    meganChat.says(megan, "language français").awaitText("Holdfast vous écrit désormais");
  }

  @Test
  void eachReadsTheSameRequestInTheirOwnLanguage() {
    FakeMessage own = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage forMegan =
        meganChat.awaitMessage("the approver's card", m -> offers(m, "request.approve"));
    FakeMessage forAll =
        approvers.awaitMessage("the channel's card", m -> m.text().contains("R-1001"));

    assertThat(own.text()).contains(in(Locale.GERMAN, "card.request.cancel"));
    assertThat(forMegan.text()).contains(in(Locale.FRENCH, "card.approval.approve"));
    assertThat(forAll.card().path("fallbackText").asString())
        .isEqualTo(in(Locale.ENGLISH, "card.approval.fallback", "request", "R-1001"));
    assertThat(weekdays(own)).isEqualTo("de");
    assertThat(weekdays(forMegan)).isEqualTo("fr");
    assertThat(weekdays(forAll)).isEqualTo("en");
  }

  /** A refreshed card is for who sees it alone. */
  @Test
  void theirOwnViewOfTheChannelsCardIsInTheirLanguage() {
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage forAll =
        approvers.awaitMessage("the channel's card", m -> m.text().contains("R-1001"));
    approvers.clicks(megan, forAll, "request.refresh", Map.of());

    assertThat(forAll.textFor(megan)).contains(in(Locale.FRENCH, "card.approval.approve"));
    assertThat(weekdays(forAll)).isEqualTo("en");
  }

  @Test
  void alsoAfterARestartEachIsToldInTheirOwnLanguage() {
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage forMegan =
        meganChat.awaitMessage("the approver's card", m -> offers(m, "request.approve"));
    meganChat.clicks(megan, forMegan, "request.approve", Map.of());
    start(database, Map.of());
    pass(Duration.ofHours(4));
    FakeMessage end = alexChat.awaitMessage("the end", m -> isEnd(m));
    FakeMessage told = approvers.awaitMessage("the end in the channel", m -> isEnd(m));

    assertThat(end.card().toString())
        .contains(in(Locale.GERMAN, "card.common.openRequest", "request", "R-1001"));
    assertThat(told.card().toString())
        .contains(in(Locale.ENGLISH, "card.common.openRequest", "request", "R-1001"));
  }

  /** The language of the dates: the simulated day is a Friday. */
  private static String weekdays(FakeMessage message) {
    String text = message.text();
    return Map.of("Fri 20", "en", "Fr., 20", "de", "ven. 20", "fr").entrySet().stream()
        .filter(day -> text.contains(day.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(", "));
  }

  private static boolean isEnd(FakeMessage message) {
    return offers(message, "request.show");
  }

  private static String in(Locale language, String code, Object... arguments) {
    return ReaderLanguage.in(language, () -> CardTexts.SHARED.of(code, arguments));
  }
}

package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.THREAD;
import static dev.holdfast.chat.ChatBench.errors;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.card.Card;
import dev.holdfast.environment.BackupCache;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.testing.FakeMessenger.How;
import dev.holdfast.testing.Samples;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is wrong with a filled-in form is in the answer to the click, which asks no service. */
class FormErrorsAtOnceTests {

  private static final ChatUser NOWHERE =
      ChatUser.of(Samples.ALEX.id(), Samples.ALEX.name(), Optional.empty());

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void aWrongDateTimeOrZoneComesBackOnTheFormWhileTheServiceIsAway() {
    read();
    away();
    Map<String, Map<String, String>> wrong =
        Map.of(
            "date", with(filledIn(), "date", ""),
            "time", with(filledIn(), "time", ""),
            "zone", with(filledIn(), "zone", "Mars/Phobos"));
    wrong.forEach(
        (input, data) -> assertThat(errors(shown(ALEX, OWN, data))).containsOnlyKeys(input));
    assertThat(errors(shown(ALEX, OWN, with(filledIn(), "date", "20.11.2026"))))
        .containsOnlyKeys("date");
    assertThat(errors(shown(ALEX, OWN, with(filledIn(), "time", "6 pm")))).containsOnlyKeys("time");
    assertThat(errors(shown(NOWHERE, OWN, filledIn()))).containsOnlyKeys("zone");
    for (String date : new String[] {"2026-11-21", "2026-11-01", "2025-01-01"}) {
      Card form = shown(ALEX, OWN, with(filledIn(), "date", date));
      assertThat(errors(form)).as(date).containsOnlyKeys("time");
      assertThat(text(form)).as(date).contains("useInstant", "fresh data");
    }
    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidTogether() {
    read();
    away();
    Map<String, String> data = with(with(filledIn(), "reason", ""), "date", "2026-11-21");
    assertThat(errors(shown(ALEX, OWN, data))).containsOnlyKeys("time", "reason");
  }

  @Test
  void theButtonOfTheAnsweredFormCorrectsIt() {
    read();
    for (ConversationRef where : new ConversationRef[] {OWN, THREAD}) {
      Map<String, String> data = with(filledIn(), "date", "2026-11-21");
      data.put("owner", ALEX.id());
      JsonNode button = button(shown(ALEX, where, data));
      Map<String, String> pressed = new HashMap<>(data);
      button
          .path("data")
          .properties()
          .forEach(field -> pressed.put(field.getKey(), field.getValue().asString("")));
      bench.replies(bench.click(ALEX, where, button.path("verb").asString(), pressed));
      assertThat(bench.messenger.last().how()).isEqualTo(How.UPDATED);
      assertThat(bench.messenger.last().json())
          .contains("\"10:45\"", "fresh data")
          .doesNotContain("useInstant", "✕");
    }
  }

  @Test
  void theFormOfItsOwnerIsReplacedForEveryoneAndOneOfNobodyKnownForTheClicker() {
    read();
    Map<String, String> data = with(filledIn(), "time", "");
    assertThat(show(ALEX, OWN, data).forEveryone()).isTrue();
    assertThat(show(ALEX, THREAD, with(data, "owner", ALEX.id())).forEveryone()).isTrue();
    ActionResponse.Show ofNobody = show(ALEX, THREAD, data);
    assertThat(ofNobody.forEveryone()).isFalse();
    // It's drawn on a message that others see: its next button must not replace that either.
    assertThat(text(ofNobody.card())).doesNotContain("\"owner\"");
  }

  @Test
  void aFormThatIsRightIsCheckedByTheService() {
    read();
    assertThat(clicked(ALEX, OWN, "restore.review", filledIn()))
        .isInstanceOf(ActionResponse.Tell.class);
  }

  @Test
  void whatMemoryDoesNotKnowIsLeftToTheService() {
    read();
    Map<String, String> typed = with(filledIn(), "targetText", "An environment of today");
    assertThat(told(typed)).contains("both environments");
    Map<String, String> backup = with(with(filledIn(), "pointKind", "backup"), "backup", "b-new");
    assertThat(told(backup)).contains("both environments");
  }

  @Test
  void aWrongTimeIsSaidInWordsWhereTheFormCannotBeDrawnFromMemory() {
    away();
    assertThat(told(with(filledIn(), "date", "2026-11-21")))
        .startsWith("This time is in the future.");
    assertThat(told(with(filledIn(), "date", ""))).isEqualTo("Choose a date.");
    assertThat(told(with(filledIn(), "date", "2026-10-01")))
        .startsWith("This time is too long ago.");
  }

  @Test
  void aFormWhoseBackupsWereNotReadHereSaysSo() {
    bench.bench.get(EnvironmentCatalog.class).all();
    away();
    Card form = shown(ALEX, OWN, with(filledIn(), "time", ""));
    assertThat(text(form)).contains("doesn't list the manual backups");
    read();
    assertThat(text(shown(ALEX, OWN, with(filledIn(), "time", ""))))
        .doesNotContain("doesn't list the manual backups");
  }

  @Test
  void aBackupThatExpiredWhileTheFormWasOpenIsSaidAtOnce() {
    bench.api.backups.add(backup("b-1", Optional.of(Samples.NOW.minusSeconds(1))));
    bench.api.backups.add(backup("b-2", Optional.empty()));
    read();
    away();
    Map<String, String> data = with(with(filledIn(), "pointKind", "backup"), "backup", "b-1");
    assertThat(errors(shown(ALEX, OWN, data)).get("backup")).contains("expired");
    assertThat(errors(shown(ALEX, OWN, with(data, "backup", ""))).get("backup"))
        .contains("Choose a backup");
  }

  @Test
  void aBackupFormThatIsNotCompleteComesBackAtOnce() {
    read();
    away();
    Map<String, String> data = new HashMap<>(Map.of("source", UAT.id(), "reason", "go-live"));
    data.put("draft", "00000000-0000-0000-0000-000000000001");
    ActionResponse.Show show = (ActionResponse.Show) clicked(ALEX, OWN, "backup.submit", data);
    assertThat(errors(show.card())).containsOnlyKeys("label");
    assertThat(text(show.card())).contains("go-live", "00000000-0000-0000-0000-000000000001");
  }

  private static Backup backup(String id, Optional<Instant> expires) {
    return new Backup(
        id,
        "Before go-live",
        Optional.empty(),
        Samples.NOW.minusSeconds(7200),
        expires,
        Optional.empty());
  }

  private void read() {
    bench.api.down(Optional.empty());
    bench.bench.get(EnvironmentCatalog.class).all();
    bench.bench.get(BackupCache.class).read(UAT.id());
  }

  private void away() {
    bench.api.down(
        Optional.of(
            new AdminApiException(
                AdminApiException.Kind.UNAVAILABLE,
                "Nobody may ask it here.",
                AdminApiException.Answer.NONE)));
  }

  private String told(Map<String, String> data) {
    return ((ActionResponse.Tell) clicked(ALEX, OWN, "restore.review", data)).text();
  }

  private Card shown(ChatUser who, ConversationRef where, Map<String, String> data) {
    return show(who, where, data).card();
  }

  private ActionResponse.Show show(ChatUser who, ConversationRef where, Map<String, String> data) {
    return (ActionResponse.Show) clicked(who, where, "restore.review", data);
  }

  private ActionResponse clicked(
      ChatUser who, ConversationRef where, String verb, Map<String, String> data) {
    return bench
        .bench
        .get(ConversationDispatcher.class)
        .clicked(bench.click(who, where, verb, data));
  }

  private static JsonNode button(Card form) {
    for (JsonNode element : form.json().path("body")) {
      for (JsonNode action : element.path("actions")) {
        if (action.path("data").has("useInstant")) {
          return action;
        }
      }
    }
    throw new AssertionError("no button with a time");
  }
}

package dev.holdfast.chat;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.chat.ChatBench.errors;
import static dev.holdfast.chat.ChatBench.filledIn;
import static dev.holdfast.chat.ChatBench.text;
import static dev.holdfast.chat.ChatBench.with;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.card.Card;
import dev.holdfast.operation.draft.DraftRepository;
import dev.holdfast.operation.draft.Reviewer;
import dev.holdfast.operation.restore.RestoreFormAction;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.operation.restore.RestoreReview;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.testing.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The date, the time and the time zone of a restore form. */
class FormTimeTests {

  /** Alex, whose client has never said a time zone. */
  private static final ChatUser NOWHERE =
      ChatUser.of(Samples.ALEX.id(), Samples.ALEX.name(), Optional.empty());

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void aTimeIsReadInTheZoneOfTheForm() {
    assertThat(point(ALEX, filledIn())).isEqualTo("2026-11-19T17:00:00Z");
    assertThat(point(ALEX, with(filledIn(), "zone", "eastern standard time")))
        .isEqualTo("2026-11-19T23:00:00Z");
    assertThat(point(NOWHERE, with(filledIn(), "zone", "Asia/Calcutta")))
        .isEqualTo("2026-11-19T12:30:00Z");
  }

  @Test
  void theReviewShowsTimesInTheZoneOfTheForm() {
    assertThat(text(review(ALEX, with(filledIn(), "zone", "New York"))))
        .contains("19 Nov 2026, 18:00 (America/New", "23:00 UTC");
  }

  @Test
  void whoseZoneIsNotKnownIsAskedForItAndNothingIsReadAsUtc() {
    Card form = review(NOWHERE, filledIn());
    assertThat(errors(form)).containsOnlyKeys("zone");
    assertThat(errors(form).get("zone")).contains("doesn't know your time zone");
    assertThat(value(form, "time")).isEqualTo("18:00");
    assertThat(errors(form("restore Contoso UAT to Contoso Dev at yesterday 18:00", NOWHERE)))
        .containsOnlyKeys("zone");
    assertThat(errors(form("restore Contoso UAT to Contoso Dev at yesterday 18:00", ALEX)))
        .isEmpty();
  }

  @Test
  void aBackupNeedsNoZone() {
    bench.api.backups.add(
        new dev.holdfast.adminapi.Backup(
            "b-1",
            "Before go-live",
            Optional.empty(),
            Samples.NOW.minusSeconds(7200),
            Optional.empty(),
            Optional.empty()));
    Map<String, String> data = with(with(filledIn(), "pointKind", "backup"), "backup", "b-1");
    assertThat(text(review(NOWHERE, data))).contains("restore.submit");
  }

  @Test
  void aZoneThatThereIsNotIsSaidAtItsInputAndStaysToBeCorrected() {
    Card form = review(ALEX, with(filledIn(), "zone", "Mars/Phobos"));
    assertThat(errors(form)).containsOnlyKeys("zone");
    assertThat(errors(form).get("zone")).contains("Mars/Phobos", "W. Europe Standard Time");
    assertThat(value(form, "zone")).isEqualTo("Mars/Phobos");
  }

  @Test
  void theFormShowsTheZoneInUse() {
    assertThat(value(form("restore Contoso UAT", ALEX), "zone")).isEqualTo("Europe/Berlin");
    assertThat(value(form("restore Contoso UAT", NOWHERE), "zone")).isEmpty();
    Card named = form("restore Contoso UAT at yesterday 18:00 Asia/Calcutta", NOWHERE);
    assertThat(value(named, "zone")).isEqualTo("Asia/Calcutta");
    assertThat(value(named, "time")).isEqualTo("18:00");
    Card ago = form("restore Contoso UAT at 2 hours ago", NOWHERE);
    assertThat(value(ago, "zone")).isEqualTo("UTC");
    assertThat(value(ago, "time")).isEqualTo("08:00");
  }

  @Test
  void anImpossibleTimeIsReportedOnTheFormWithTheNearestAsAButton() {
    for (String when : List.of("2026-11-21 18:00", "2026-11-01 18:00", "now", "yesterday")) {
      Card form = form("restore Contoso UAT to Contoso Dev at " + when, ALEX);
      assertThat(errors(form)).as(when).containsOnlyKeys("time");
      assertThat(buttons(form)).as(when).hasSize(1);
      Card corrected = press(form, Map.of("reason", "typed meanwhile", "targetName", "Dev 2"));
      assertThat(errors(corrected)).as(when).isEmpty();
      assertThat(buttons(corrected)).as(when).isEmpty();
      assertThat(text(corrected)).contains("typed meanwhile", "Dev 2", DEV.id());
    }
  }

  @Test
  void theReviewButtonReportsAnImpossibleTimeWithoutAskingTheService() {
    Card form = review(ALEX, with(filledIn(), "date", "2026-11-21"));
    assertThat(errors(form)).containsOnlyKeys("time");
    assertThat(buttons(form)).hasSize(1);
    assertThat(text(press(form, Map.of("reason", "fresh data")))).contains("\"10:45\"");
  }

  @Test
  void aButtonThatIsOldByNowGivesWhatIsPossibleNow() {
    Map<String, String> data = new HashMap<>(Map.of("source", UAT.id()));
    data.put("useInstant", "2026-10-01T00:00:00Z");
    data.put("useZone", "Europe/Berlin");
    assertThat(errors(bench.bench.get(RestoreFormAction.class).form(data, ALEX))).isEmpty();
    data.put("useInstant", "no instant");
    data.put("useZone", "no zone");
    assertThat(text(bench.bench.get(RestoreFormAction.class).form(data, ALEX)))
        .contains("restore.review");
  }

  private String point(ChatUser who, Map<String, String> data) {
    String draft = ChatBench.draftIn(review(who, data));
    OperationSpec work = bench.bench.get(DraftRepository.class).find(draft).orElseThrow().work();
    Instant point = ((RestoreSpec) work).point();
    return point.toString();
  }

  private Card review(ChatUser who, Map<String, String> data) {
    return bench.bench.get(RestoreReview.class).review(RestoreFormInput.of(data), Reviewer.of(who));
  }

  private Card form(String words, ChatUser who) {
    return bench.answer(new IncomingMessage("activity", who, OWN, words)).card().orElseThrow();
  }

  /**
   * Presses the first of the buttons with a time, with the inputs as the client sends them: it
   * sends nothing while an input is outside its bounds.
   */
  private Card press(Card form, Map<String, String> typed) {
    Map<String, String> data = new HashMap<>();
    for (JsonNode element : form.json().path("body")) {
      if (element.has("id")) {
        String date = element.path("value").asString("");
        assertThat(element.path("min").asString(date)).isLessThanOrEqualTo(date);
        assertThat(element.path("max").asString(date)).isGreaterThanOrEqualTo(date);
        data.put(element.path("id").asString(), element.path("value").asString(""));
      }
    }
    data.putAll(typed);
    buttons(form)
        .get(0)
        .path("data")
        .properties()
        .forEach(field -> data.put(field.getKey(), field.getValue().asString("")));
    return bench.bench.get(RestoreFormAction.class).form(data, ALEX);
  }

  private static List<JsonNode> buttons(Card form) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode element : form.json().path("body")) {
      for (JsonNode action : element.path("actions")) {
        if (action.path("data").has("useInstant")) {
          found.add(action);
        }
      }
    }
    return found;
  }

  private static String value(Card form, String input) {
    for (JsonNode element : form.json().path("body")) {
      if (element.path("id").asString("").equals(input)) {
        return element.path("value").asString("");
      }
    }
    throw new AssertionError("no input " + input);
  }
}

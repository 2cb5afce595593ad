package dev.holdfast.chat.request;

import static dev.holdfast.chat.ChatBench.ALEX;
import static dev.holdfast.chat.ChatBench.MEGAN;
import static dev.holdfast.chat.ChatBench.OWN;
import static dev.holdfast.testing.Samples.DEV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.MentionedPerson;
import dev.holdfast.bot.Reply;
import dev.holdfast.card.CardTexts;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.request.Request;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Samples;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The answer to {@code history}, and the pages behind it. */
class HistoryCommandTests {

  private static final String ASSUMED = CardTexts.SHARED.of("history.zoneAssumed");

  /** Alex, whose client has never said a time zone. */
  private static final ChatUser NOWHERE = ChatUser.of(ALEX.id(), ALEX.name(), Optional.empty());

  @AutoClose private final ChatBench bench = new ChatBench();

  @Test
  void whatIsAskedForStandsOnTheCard() {
    Request request = bench.submitted();
    says(ALEX, "cancel " + request.id());

    assertThat(says(MEGAN, "history Contoso Dev cancelled by alex since today"))
        .contains("History of Contoso Dev", request.id().toString())
        .contains("now canceled; requested or decided by alex; since ");
    assertThat(says(MEGAN, "history failed")).contains("No requests match.");
    assertThat(says(MEGAN, "history by me")).contains("No requests match.");
    assertThat(says(ALEX, "history by me")).contains(request.id().toString());
  }

  @Test
  void whatIsNoTimeIsAnswered() {
    assertThat(says(ALEX, "history since the flood"))
        .contains("Holdfast doesn't understand the time “the flood”.");
    assertThat(says(ALEX, "history since today until yesterday"))
        .contains("has to be before the time after");
    assertThat(says(ALEX, "history by")).contains("history by needs a name");
  }

  @Test
  void ofSeveralEnvironmentsThePickedOneKeepsTheRestOfTheQuestion() {
    assertThat(says(ALEX, "history Contoso rejected"))
        .contains("Which environment do you mean by “Contoso”?", "\"state\":\"REJECTED\"");
    assertThat(clicks(Map.of("environment", DEV.id(), "name", "Contoso Dev", "state", "REJECTED")))
        .contains("History of Contoso Dev", "now rejected");
  }

  @Test
  void eachPageLeadsToTheNextAndBackToTheNewest() {
    List<Request> all = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      all.add(bench.submitted());
    }
    String first = says(ALEX, "history Contoso Dev");
    assertThat(first)
        .contains(all.get(20).id().toString(), "Older ›", "\"before\":\"" + all.get(11).id() + "\"")
        .doesNotContain("‹ Newest", all.get(10).id().toString());

    String last =
        clicks(
            Map.of(
                "environment", DEV.id(), "inPlace", "true", "before", all.get(1).id().toString()));
    assertThat(last)
        .contains(all.get(0).id().toString(), "‹ Newest")
        .doesNotContain("Older ›", "\"before\"");
  }

  @Test
  void whatIsNoQuestionInAClickDoesNotMatter() {
    Request request = bench.submitted();
    assertThat(
            clicks(
                Map.of("state", "SOLD", "since", "once", "until", "later", "before", "the first")))
        .contains(request.id().toString());
  }

  @Test
  void aMentionedPersonIsFoundByIdWhateverTheyAreCalled() {
    Request request = bench.submitted();
    List<MentionedPerson> alex = List.of(new MentionedPerson("Somebody", Optional.of(ALEX.id())));
    List<MentionedPerson> namesake =
        List.of(new MentionedPerson(ALEX.name(), Optional.of("id-of-a-namesake")));

    for (String text :
        List.of(
            "history by <at>Somebody</at>",
            "history <at>Somebody</at>",
            "history Contoso Dev <at>Somebody</at>",
            "history <at>Somebody</at> Contoso Dev",
            "history Contoso Dev by <at>Somebody</at> since today")) {
      assertThat(says(MEGAN, text, alex)).as(text).contains(request.id().toString());
    }
    assertThat(says(MEGAN, "history by <at>" + ALEX.name() + "</at>", namesake))
        .contains("No requests match.");
  }

  @Test
  void whoIsMentionedAndNotIdentifiedIsFoundByName() {
    Request request = bench.submitted();
    List<MentionedPerson> alex = List.of(new MentionedPerson(ALEX.name(), Optional.empty()));

    assertThat(says(MEGAN, "history by <at>" + ALEX.name() + "</at>", alex))
        .contains(request.id().toString());
    assertThat(says(MEGAN, "history by @" + ALEX.name())).contains(request.id().toString());
  }

  @Test
  void whoseZoneIsNotKnownIsToldThatATimeIsReadInUtcAndHowToNameAnother() {
    bench.submitted();
    for (String text :
        List.of("history since yesterday", "history until monday", "history since 18:00")) {
      assertThat(says(NOWHERE, text)).as(text).contains(ASSUMED, " UTC");
    }
    assertThat(says(NOWHERE, "history failed")).doesNotContain(ASSUMED);
    assertThat(says(NOWHERE, "history since 2 hours ago")).doesNotContain(ASSUMED);
    assertThat(says(ALEX, "history since yesterday")).doesNotContain(ASSUMED);
  }

  @Test
  void aNamedZoneGoesForBothEndsAndIsRemembered() {
    FakePeople people = (FakePeople) bench.bench.get(PersonDirectory.class);
    people.knowWithoutZone(Samples.ALEX);

    assertThat(says(NOWHERE, "history since yesterday until today America/New_York"))
        .contains("since Thu 19 Nov 2026, 00:00 (America/New", "before Sat 21 Nov 2026, 00:00 (Am")
        .doesNotContain(ASSUMED);

    assertThat(people.find(ALEX.id()).flatMap(PersonDirectory.Known::zone))
        .contains(ZoneId.of("America/New_York"));
  }

  @Test
  void theFollowingPagesSayTheZoneToo() {
    for (int i = 0; i < 11; i++) {
      bench.submitted();
    }
    assertThat(says(NOWHERE, "history since yesterday")).contains("\"zoneAssumed\":\"true\"");
    assertThat(says(NOWHERE, "history since yesterday Asia/Tokyo"))
        .contains("\"zone\":\"Asia/Tokyo\"");

    Map<String, String> question = Map.of("since", "2026-11-18T15:00:00Z", "zone", "Asia/Tokyo");
    assertThat(clicks(question)).contains("since Thu 19 Nov 2026, 00:00 (Asia/Tokyo)");
    assertThat(clicks(Map.of("since", "2026-11-18T15:00:00Z", "zoneAssumed", "true")))
        .contains(ASSUMED);
  }

  private String says(ChatUser who, String text, List<MentionedPerson> people) {
    Reply answer = bench.answer(new IncomingMessage("activity", who, OWN, text, people));
    return answer.card().map(ChatBench::text).orElse(answer.text());
  }

  private String says(ChatUser who, String text) {
    Reply answer = bench.answer(new IncomingMessage("activity", who, OWN, text));
    return answer.card().map(ChatBench::text).orElse(answer.text());
  }

  private String clicks(Map<String, String> data) {
    return bench
        .answer(bench.click(ALEX, "history.show", data))
        .flatMap(Reply::card)
        .map(ChatBench::text)
        .orElseThrow();
  }
}

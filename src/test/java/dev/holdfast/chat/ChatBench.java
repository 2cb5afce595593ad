package dev.holdfast.chat;

import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;

import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.environment.Catalogue;
import dev.holdfast.environment.KnownBackups;
import dev.holdfast.environment.Preflight;
import dev.holdfast.environment.Rules;
import dev.holdfast.environment.ServiceOpinion;
import dev.holdfast.notice.Messenger;
import dev.holdfast.notice.People;
import dev.holdfast.platform.AdminApi;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeCheckup;
import dev.holdfast.testing.FakeMessenger;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The chat with a scripted admin API and a fake messenger; the test plays the scheduler. */
final class ChatBench implements AutoCloseable {

  static final Speaker ALEX = speaker(Samples.ALEX, BERLIN);
  static final Speaker MEGAN = speaker(Samples.MEGAN, ZoneId.of("America/New_York"));
  static final Speaker LEE = speaker(new Person("id-lee", "Lee Gu"), ZoneId.of("UTC"));
  static final Place OWN = new Place("chat-alex", Place.Kind.PERSONAL);
  static final Place GROUP = new Place("group", Place.Kind.GROUP_CHAT);
  static final Place THREAD = new Place("channel;messageid=1", Place.Kind.CHANNEL);

  private static final Cards CARDS = new Cards();
  private static final Pattern DRAFT = Pattern.compile("\"draft\":\"([^\"]+)\"");

  final ScriptedAdminApi api = new ScriptedAdminApi();
  final FakeCheckup checkup = new FakeCheckup();
  final FakeMessenger messenger = new FakeMessenger();
  final Workbench bench = new Workbench(Databases.H2.fresh());
  private int clicks;

  ChatBench() {
    this(Map.of());
  }

  /** Megan decides on everything; settings given here win. */
  ChatBench(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("holdfast.policy[0].environments", "*");
    settings.put("holdfast.policy[0].approvers", Samples.MEGAN.id());
    settings.putAll(more);
    Rules rules = new Rules();
    ServiceOpinion opinion = new ServiceOpinion(api);
    bench
        .withSettings(settings)
        .with(Messenger.class, messenger)
        .with(People.class, new FakePeople())
        .with(Cards.class, CARDS)
        .with(AdminApi.class, api)
        .with(Rules.class, rules)
        .with(Doctor.class, new Doctor(List.of(checkup), Duration.ofSeconds(10), bench.clock))
        .with(ServiceOpinion.class, opinion)
        .with(KnownBackups.class, new KnownBackups(api, bench.clock, Runnable::run))
        .with(Preflight.class, new Preflight(api, rules, opinion, bench.clock))
        .with(
            Catalogue.class,
            new Catalogue(api, bench.clock, Duration.ofMinutes(5), Runnable::run, Runnable::run))
        .open("request", "approval", "audit", "notice", "chat");
  }

  /** Replies as the scheduler has it done. */
  void replies(Said said) {
    bench.get(ReplyDelivery.class).give(bench.get(Questions.class).message(said));
  }

  /** The same for a click. */
  void replies(Clicked clicked) {
    bench.get(ReplyDelivery.class).give(bench.get(Questions.class).click(clicked));
  }

  /** The same for a click that came as a message. */
  void repliesToSubmit(Clicked clicked) {
    bench.get(ReplyDelivery.class).give(bench.get(Questions.class).submit(clicked));
  }

  private static Speaker speaker(Person person, ZoneId zone) {
    return new Speaker(person.id(), person.name(), zone);
  }

  Clicked click(Speaker who, String verb, Map<String, String> data) {
    return click(who, OWN, verb, data);
  }

  Clicked click(Speaker who, Place where, String verb, Map<String, String> data) {
    return new Clicked("activity-" + ++clicks, who, where, "message-1", verb, data);
  }

  /** A form that is filled in well: from UAT onto Dev, at 18:00 of yesterday. */
  static Map<String, String> filledIn() {
    Map<String, String> data = new HashMap<>();
    data.put("source", UAT.id());
    data.put("target", DEV.id());
    data.put("pointKind", RestoreInput.INSTANT);
    data.put("date", "2026-11-19");
    data.put("time", "18:00");
    data.put("reason", "fresh data");
    return data;
  }

  static Map<String, String> with(Map<String, String> data, String key, String value) {
    Map<String, String> more = new HashMap<>(data);
    more.put(key, value);
    return more;
  }

  Card review(Map<String, String> data) {
    return bench.get(Reviews.class).review(RestoreInput.of(data), ALEX);
  }

  /** The draft of a review that Alex asked for. */
  String draft() {
    return draftIn(review(filledIn()));
  }

  static String draftIn(Card card) {
    Matcher found = DRAFT.matcher(text(card));
    if (!found.find()) {
      throw new AssertionError("no draft in " + card.json());
    }
    return found.group(1);
  }

  /** A restore that Alex has submitted. */
  Request submitted() {
    bench
        .get(ChatDesk.class)
        .clicked(
            click(ALEX, "restore.submit", Map.of("draft", draft(), "confirm", DEV.displayName())));
    return newest();
  }

  Request newest() {
    return bench.requests().recent(1).get(0);
  }

  List<Request> requests() {
    return bench.requests().recent(100);
  }

  static String text(Card card) {
    return card.json().toString();
  }

  /** The sentences of a form that say what is wrong, each with the input that it stands below. */
  static Map<String, String> errors(Card form) {
    Map<String, String> errors = new HashMap<>();
    String input = "";
    for (JsonNode element : form.json().path("body")) {
      input = element.path("id").asString(input);
      String text = element.path("text").asString("");
      if (text.startsWith("✕ ")) {
        errors.put(input, text.substring(2));
      }
    }
    return errors;
  }

  /** The values that an input offers. */
  static List<String> choices(Card form, String input) {
    List<String> values = new ArrayList<>();
    for (JsonNode element : form.json().path("body")) {
      if (element.path("id").asString("").equals(input)) {
        element.path("choices").forEach(choice -> values.add(choice.path("value").asString()));
      }
    }
    return values;
  }

  @Override
  public void close() {
    bench.close();
  }
}

package dev.holdfast.chat;

import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.UAT;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.dispatch.CardActionDispatcher;
import dev.holdfast.bot.dispatch.CommandDispatcher;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.bot.dispatch.PendingReplyFactory;
import dev.holdfast.bot.dispatch.ReplyDelivery;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.environment.BackupCache;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Rules;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.operation.draft.Reviewer;
import dev.holdfast.operation.restore.RestoreFormInput;
import dev.holdfast.operation.restore.RestoreReview;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeDoctorCheck;
import dev.holdfast.testing.FakeMessenger;
import dev.holdfast.testing.FakePeople;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The chat with a scripted admin API and a fake messenger; the test plays the scheduler. */
public final class ChatBench implements AutoCloseable {

  public static final ChatUser ALEX = speaker(Samples.ALEX, BERLIN);
  public static final ChatUser MEGAN = speaker(Samples.MEGAN, ZoneId.of("America/New_York"));
  public static final ChatUser LEE = speaker(new Person("id-lee", "Lee Gu"), ZoneId.of("UTC"));
  public static final ConversationRef OWN =
      new ConversationRef("chat-alex", ConversationRef.Kind.PERSONAL);
  public static final ConversationRef GROUP =
      new ConversationRef("group", ConversationRef.Kind.GROUP_CHAT);
  public static final ConversationRef THREAD =
      new ConversationRef("channel;messageid=1", ConversationRef.Kind.CHANNEL);

  private static final CardRenderer CARDS = new CardRenderer();
  private static final Pattern DRAFT = Pattern.compile("\"draft\":\"([^\"]+)\"");

  public final ScriptedAdminApi api = new ScriptedAdminApi();
  public final FakeDoctorCheck checkup = new FakeDoctorCheck();
  public final FakeMessenger messenger = new FakeMessenger();
  public final Workbench bench = new Workbench(Databases.H2.fresh());
  private int clicks;

  public ChatBench() {
    this(Map.of());
  }

  /** Megan decides on everything; settings given here win. */
  public ChatBench(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("holdfast.policy[0].environments", "*");
    settings.put("holdfast.policy[0].approvers", Samples.MEGAN.id());
    settings.putAll(more);
    Rules rules = Preflights.rules();
    ServiceValidation opinion = Preflights.opinion(api, bench.clock);
    bench
        .withSettings(settings)
        .with(Messenger.class, messenger)
        .with(PersonDirectory.class, new FakePeople())
        .with(CardRenderer.class, CARDS)
        .with(AdminApi.class, api)
        .with(Rules.class, rules)
        .with(Doctor.class, new Doctor(List.of(checkup), Duration.ofSeconds(10), bench.clock))
        .with(ServiceValidation.class, opinion)
        .with(BackupCache.class, new BackupCache(api, bench.clock, Runnable::run))
        .with(PreflightService.class, Preflights.over(api, rules, opinion, bench.clock))
        .with(
            EnvironmentCatalog.class,
            new EnvironmentCatalog(
                Preflights.reads(api, bench.clock),
                bench.clock,
                Duration.ofMinutes(5),
                Runnable::run,
                Runnable::run))
        .open("request", "approval", "audit", "notification", "bot", "operation", "series", "chat");
  }

  /** Replies as the scheduler has it done. */
  public void replies(IncomingMessage said) {
    bench.get(ReplyDelivery.class).give(bench.get(PendingReplyFactory.class).message(said));
  }

  /** The same for a click. */
  public void replies(CardActionInvocation clicked) {
    bench.get(ReplyDelivery.class).give(bench.get(PendingReplyFactory.class).click(clicked));
  }

  /** The same for a click that came as a message. */
  public void repliesToSubmit(CardActionInvocation clicked) {
    bench.get(ReplyDelivery.class).give(bench.get(PendingReplyFactory.class).submit(clicked));
  }

  /** What a message is answered with. */
  public Reply answer(IncomingMessage said) {
    CommandDispatcher commands = bench.get(CommandDispatcher.class);
    return commands.reply(commands.parse(said), said);
  }

  /** What a button that looks something up is answered with. */
  public Optional<Reply> answer(CardActionInvocation clicked) {
    return bench.get(CardActionDispatcher.class).replyAction(clicked).orElseThrow().handle(clicked);
  }

  private static ChatUser speaker(Person person, ZoneId zone) {
    return new ChatUser(person.id(), person.name(), zone);
  }

  public CardActionInvocation click(ChatUser who, String verb, Map<String, String> data) {
    return click(who, OWN, verb, data);
  }

  public CardActionInvocation click(
      ChatUser who, ConversationRef where, String verb, Map<String, String> data) {
    return new CardActionInvocation("activity-" + ++clicks, who, where, "message-1", verb, data);
  }

  /** A form that is filled in well: from UAT onto Dev, at 18:00 of yesterday. */
  public static Map<String, String> filledIn() {
    Map<String, String> data = new HashMap<>();
    data.put("source", UAT.id());
    data.put("target", DEV.id());
    data.put("pointKind", RestoreFormInput.INSTANT);
    data.put("date", "2026-11-19");
    data.put("time", "18:00");
    data.put("reason", "fresh data");
    return data;
  }

  public static Map<String, String> with(Map<String, String> data, String key, String value) {
    Map<String, String> more = new HashMap<>(data);
    more.put(key, value);
    return more;
  }

  public Card review(Map<String, String> data) {
    return bench.get(RestoreReview.class).review(RestoreFormInput.of(data), Reviewer.of(ALEX));
  }

  /** The draft of a review that Alex asked for. */
  public String draft() {
    return draftIn(review(filledIn()));
  }

  public static String draftIn(Card card) {
    Matcher found = DRAFT.matcher(text(card));
    if (!found.find()) {
      throw new AssertionError("no draft in " + card.json());
    }
    return found.group(1);
  }

  /** A restore that Alex has submitted. */
  public Request submitted() {
    bench
        .get(ConversationDispatcher.class)
        .clicked(
            click(ALEX, "restore.submit", Map.of("draft", draft(), "confirm", DEV.displayName())));
    return newest();
  }

  public Request newest() {
    return bench.requests().recent(1).get(0);
  }

  public List<Request> requests() {
    return bench.requests().recent(100);
  }

  public static String text(Card card) {
    return card.json().toString();
  }

  /** The sentences of a form that say what is wrong, each with the input that it stands below. */
  public static Map<String, String> errors(Card form) {
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
  public static List<String> choices(Card form, String input) {
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

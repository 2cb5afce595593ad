package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.action.CardAction;
import dev.holdfast.bot.choice.ChoiceProvider;
import dev.holdfast.bot.command.ChatCommand;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.Components;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A walk through every command, every verb, and every search, of a person who may see nothing and
 * of one who may see one environment: none of the answers gives away another one.
 */
class ReadingWalkTests extends SteppedJob {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String HIDDEN = "Contoso Test";
  private static final String HIDDEN_TOO = "Contoso Silent";
  private static final String OWN = "Contoso Archive";
  private static final String UNKNOWN = "Fabrikam Seaside";
  private static final String UNKNOWN_TOO = "Fabrikam Ski";
  private static final String REQUEST = "R-1002";
  private static final String UNKNOWN_ID = "c0a50000-0000-4000-8000-00000000beef";

  /** Help names these to everybody; they need not exist. */
  private static final Set<String> EXAMPLES =
      Set.of("Contoso UAT", "Contoso Dev", "Contoso Portal");

  private static final Pattern CHANGING =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{16,32}\\b");

  /** They know a review by its ID, which only its card has, and tell whose it is. */
  private static final Set<String> OF_REVIEWS =
      Set.of("copy.submit", "deletion.submit", "restore.submit", "retention.submit");

  /** By command, what is typed: E and F stand for environments, I for an ID, R for a request. */
  private static final Map<String, List<String>> COMMANDS = new TreeMap<>();

  /** By verb, the data of its button. */
  private static final Map<String, Set<String>> VERBS = new TreeMap<>();

  static {
    COMMANDS.put("hello", List.of("hello"));
    COMMANDS.put("thanks", List.of("thanks"));
    COMMANDS.put("help", List.of("help"));
    COMMANDS.put("restore", List.of("restore", "restore E", "restore E to F at 2 hours ago"));
    COMMANDS.put("copy", List.of("copy", "copy E", "copy E to F minimal"));
    COMMANDS.put("refresh", List.of("refresh", "refresh E", "refresh F from E"));
    COMMANDS.put("backup", List.of("backup", "backup E before go-live", "backup I", "backup E*"));
    COMMANDS.put("admin-mode", List.of("admin mode", "admin mode on E", "admin mode off I"));
    COMMANDS.put(
        "background-operations",
        List.of(
            "background operations", "background operations off E", "background operations on I"));
    COMMANDS.put("delete-backup", List.of("delete backup mine of E", "delete backup I"));
    COMMANDS.put("retention", List.of("retention E 14 days", "retention I"));
    COMMANDS.put("calendar", List.of("calendar", "calendar E", "calendar I"));
    COMMANDS.put("backups", List.of("backups E", "backups I"));
    COMMANDS.put(
        "environment", List.of("environment", "environment E", "environment I", "show Contoso"));
    COMMANDS.put("environments", List.of("environments", "environments Contoso", "list E"));
    COMMANDS.put("why", List.of("why E", "why E from F", "why R"));
    COMMANDS.put("status", List.of("status", "status R", "R"));
    COMMANDS.put("approvals", List.of("approvals", "approve R"));
    COMMANDS.put(
        "history", List.of("history", "history E", "history by Alex", "history awaiting approval"));
    COMMANDS.put("cancel", List.of("cancel R"));
    COMMANDS.put("undo", List.of("undo R"));
    COMMANDS.put("subscribe", List.of("subscribe E", "subscribe I", "subscribe"));
    COMMANDS.put("unsubscribe", List.of("unsubscribe E", "unsubscribe"));
    COMMANDS.put(
        "freeze", List.of("freeze", "freezes 2", "freeze E until tomorrow because of a release"));
    COMMANDS.put("unfreeze", List.of("unfreeze E", "unfreeze"));
    COMMANDS.put("series", List.of("series", "series S-1001"));
    COMMANDS.put("pause", List.of("pause S-1001"));
    COMMANDS.put("resume", List.of("resume S-1001"));
    COMMANDS.put("skip", List.of("skip S-1001"));
    COMMANDS.put("end", List.of("end S-1001"));
    COMMANDS.put("delegate", List.of("delegate", "delegate to I until tomorrow", "delegate end"));
    COMMANDS.put("language", List.of("language", "language English", "language E"));
    COMMANDS.put("connect", List.of("connect"));
    COMMANDS.put("disconnect", List.of("disconnect"));
    COMMANDS.put("doctor", List.of("doctor"));
    COMMANDS.put("release", List.of("release", "release drive-request R"));

    Set<String> request = Set.of("requestId", "version", "digest", "comment");
    for (String verb :
        List.of(
            "again",
            "anew",
            "approve",
            "cancel",
            "refresh",
            "reject",
            "show",
            "supportDetails",
            "undo",
            "withdraw")) {
      VERBS.put("request." + verb, request);
    }
    for (String verb : List.of("approve", "reject")) {
      VERBS.put("policy." + verb, Set.of("proposal", "digest", "confirmed"));
    }
    VERBS.put("doctor.check", Set.of());
    for (String verb : List.of("pause", "resume", "skip", "end")) {
      VERBS.put("series." + verb, Set.of("series"));
    }
    VERBS.put("seriesform.open", Set.of("form", "series", "environment", "label"));
    VERBS.put("channel.connect", Set.of("channel"));
    VERBS.put("delegation.end", Set.of("delegation", "list"));
    VERBS.put("request.settle", Set.of("requestId", "version", "settlement", "comment"));
    VERBS.put("request.stopWaiting", Set.of("requestId", "comment"));
    VERBS.put("request.review", Set.of("requestId", "reviewComment"));
    VERBS.put("request.leaveAdminMode", Set.of("requestId", "version", "looked"));
    VERBS.put("request.checklist", Set.of("requestId", "item", "tick"));
    VERBS.put("environment.show", Set.of("environment"));
    VERBS.put("calendar.show", Set.of("environment"));
    VERBS.put("backups.show", Set.of("environment"));
    VERBS.put("environments.search", Set.of("text", "from"));
    VERBS.put("history.show", Set.of("environment", "list"));
    VERBS.put("subscription.add", Set.of("environment"));
    VERBS.put("subscription.end", Set.of("environment"));
    VERBS.put("why.show", Set.of("source", "target"));
    VERBS.put("backup.form", Set.of("environment", "label"));
    VERBS.put("adminmode.form", Set.of("source", "mode"));
    VERBS.put("adminmode.submit", Set.of("source", "mode", "draft", "reason"));
    VERBS.put("backup.submit", Set.of("source", "label", "draft", "reason"));
    VERBS.put("several.form", Set.of("offered", "label"));
    VERBS.put("several.submit", Set.of("offered", "environments", "label", "draft", "reason"));
    Set<String> deletion = Set.of("environment", "backup", "named", "reason");
    VERBS.put("deletion.form", deletion);
    VERBS.put("deletion.review", deletion);
    VERBS.put("deletion.submit", Set.of("draft", "confirm"));
    Set<String> retention = Set.of("environment", "period", "reason");
    VERBS.put("retention.form", retention);
    VERBS.put("retention.review", retention);
    VERBS.put("retention.submit", Set.of("draft", "confirm"));
    for (String kind : List.of("copy", "restore")) {
      Set<String> form = Set.of("source", "target", "pointKind", "date", "time", "type", "reason");
      VERBS.put(kind + ".form", form);
      VERBS.put(kind + ".review", form);
      VERBS.put(kind + ".submit", Set.of("draft", "confirm", "emergency"));
    }
  }

  @TempDir private Path folder;
  private final FakePerson stranger = teams.person("Lee Gu", "Europe/Berlin");
  private final FakePerson neighbor = teams.person("Diego Siciliani", "Europe/Berlin");
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, String> data = new HashMap<>();
  private String draft = "";

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = under(policy());
    settings.put("holdfast.teams.limits.messages-per-sender", 10_000);
    settings.put("holdfast.teams.limits.per-sender", 10_000);
    settings.put("holdfast.teams.limits.per-conversation", 10_000);
    return settings;
  }

  private Path policy() {
    String all = "{request: [%1$s], approve: [%2$s], approvals: 1}";
    String text =
        """
        version: 1
        rules:
          - name: One
            environments: {names: [%3$s]}
            read: [%4$s]
            held: {request: [%4$s], approve: [%4$s], approvals: 0}
          - name: Others
            environments: all
            data-leaves: %5$s
            overwritten: %5$s
            held: %5$s
            opened: %5$s
        """
            .formatted(
                alex.entraId(),
                megan.entraId(),
                OWN,
                neighbor.entraId(),
                all.formatted(alex.entraId(), megan.entraId()));
    return write(folder.resolve("policy.yaml"), text);
  }

  @Test
  void nothingIsGivenAwayToThoseWhoMayNotSeeIt() {
    start(Databases.H2.fresh(), Map.of());
    install();
    happen();
    assertThat(walked(CardAction.class, action -> action.verb().name())).isEqualTo(VERBS.keySet());
    assertThat(walked(ChatCommand.class, command -> command.name().name()))
        .isEqualTo(COMMANDS.keySet());

    Set<String> given = new TreeSet<>(walk(stranger, teams.personal(stranger), true));
    given.addAll(walk(stranger, teams.group("Project"), false));
    given.addAll(walk(neighbor, teams.personal(neighbor), false));
    assertThat(given).isEmpty();
    FakeConversation chat = teams.personal(neighbor);
    assertThat(answer(chat, () -> chat.says(neighbor, "environments"))).contains(OWN);
  }

  private <T> Set<String> walked(Class<T> type, Function<T, String> name) {
    return Components.of(type).stream().map(name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** There is something to see: a request, a draft, backups, and a freeze. */
  private void happen() {
    for (JsonNode seed : seeds()) {
      ids.put(seed.path("displayName").asString(), seed.path("id").asString());
    }
    holdfast().get(RequestRepository.class).nextId(); // the first is an example in help
    FakeMessage review = reviewRestore(HIDDEN, HIDDEN_TOO);
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", HIDDEN_TOO));
    alexChat.awaitText(REQUEST);
    meganChat.says(
        megan, "freeze " + HIDDEN + " until tomorrow because the books of " + HIDDEN + " close");
    alexChat.says(alex, "backup " + HIDDEN);
    holdfast().settle();
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    data.putAll(dataOf(approval, "request.approve"));
    draft = dataOf(reviewRestore(HIDDEN, HIDDEN_TOO), "restore.submit").get("draft");
    teams.personal(stranger).installs(stranger);
    teams.personal(neighbor).installs(neighbor);
    teams.group("Project").installs(stranger);
    holdfast().settle();
  }

  private static JsonNode seeds() {
    try (var world = ReadingWalkTests.class.getResourceAsStream("/simulator/world.json")) {
      return JSON.readTree(world).path("environments");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> dataOf(FakeMessage message, String verb) {
    for (JsonNode action : message.card().findParents("verb")) {
      if (action.path("verb").asString("").equals(verb)) {
        Map<String, String> data = new HashMap<>();
        action
            .path("data")
            .properties()
            .forEach(one -> data.put(one.getKey(), one.getValue().asString("")));
        return data;
      }
    }
    throw new AssertionError(verb + " isn't offered in " + message);
  }

  /**
   * What gives something away.
   *
   * @param alike whether each answer has to be that to something which doesn't exist
   */
  private List<String> walk(FakePerson person, FakeConversation chat, boolean alike) {
    List<String> given = new ArrayList<>();
    Set<String> hidden = hidden(person);
    COMMANDS.values().stream()
        .flatMap(List::stream)
        .forEach(
            text -> {
              String typed = filledIn(text, true);
              String answer = answer(chat, () -> chat.says(person, typed));
              check(person.name() + " typed: " + typed, answer, hidden, given);
              String other = filledIn(text, false);
              if (alike && !other.equals(typed)) {
                compare(typed, answer, answer(chat, () -> chat.says(person, other)), given);
              }
            });
    VERBS.forEach(
        (verb, keys) -> {
          String answer = clicked(chat, person, verb, keys, true);
          Set<String> others = new TreeSet<>(hidden);
          others.removeAll(List.of(ids.get(HIDDEN), ids.get(HIDDEN_TOO))); // they were sent
          check(person.name() + " clicked: " + verb, answer, others, given);
          if (alike && !OF_REVIEWS.contains(verb)) {
            compare(verb, answer, clicked(chat, person, verb, keys, false), given);
          }
        });
    for (String dataset : datasets()) {
      for (String text : List.of("", "Contoso", HIDDEN)) {
        String answer = chat.types(person, dataset, text).toString();
        check(person.name() + " searched: " + dataset + " for " + text, answer, hidden, given);
      }
    }
    return given;
  }

  private List<String> datasets() {
    List<String> bare =
        Components.of(ChoiceProvider.class).stream().map(ChoiceProvider::dataset).toList();
    return bare.stream()
        .flatMap(one -> Stream.of(one, one + "?source=" + ids.get(HIDDEN)))
        .toList();
  }

  /** Names, IDs, and addresses that a person may not see. */
  private Set<String> hidden(FakePerson person) {
    Set<String> hidden = new TreeSet<>();
    ids.forEach(
        (name, id) -> {
          if (!(person.equals(neighbor) && name.equals(OWN))) {
            hidden.add(id);
            if (!EXAMPLES.contains(name)) {
              hidden.add(name);
              hidden.add(name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".");
            }
          }
        });
    return hidden;
  }

  /** What a person typed or clicked may come back. */
  private void check(String what, String answer, Set<String> hidden, List<String> given) {
    String shown = withoutEcho(answer);
    hidden.stream()
        .filter(shown::contains)
        .findFirst()
        .ifPresent(name -> given.add(what + " gave away " + name));
    if (shown.contains(REQUEST)) {
      given.add(what + " gave away " + REQUEST);
    }
  }

  private static void compare(String what, String real, String unknown, List<String> given) {
    if (!plain(real).equals(plain(unknown))) {
      given.add(what + " is answered otherwise: " + plain(real) + " | " + plain(unknown));
    }
  }

  private static String plain(String answer) {
    return CHANGING.matcher(withoutEcho(answer)).replaceAll("#");
  }

  private static final Pattern ECHO =
      Pattern.compile(
          "(“|There's no request |parked task drive-request |\"value\":\")(%s|%s|%s|%s|R-1002|R-9999|c0a50000-[-0-9a-f]+)"
              .formatted(HIDDEN, HIDDEN_TOO, UNKNOWN, UNKNOWN_TOO));

  private static String withoutEcho(String answer) {
    return ECHO.matcher(answer).replaceAll("$1…");
  }

  private String filledIn(String text, boolean real) {
    return text.replaceAll("\\bE\\b", real ? HIDDEN : UNKNOWN)
        .replaceAll("\\bF\\b", real ? HIDDEN_TOO : UNKNOWN_TOO)
        .replaceAll("\\bI\\b", real ? ids.get(HIDDEN) : UNKNOWN_ID)
        .replaceAll("\\bR\\b", real ? REQUEST : "R-9999");
  }

  private String clicked(
      FakeConversation chat, FakePerson person, String verb, Set<String> keys, boolean real) {
    Map<String, String> all = new HashMap<>(data);
    all.put("requestId", real ? REQUEST : "R-9999");
    all.put("environment", real ? ids.get(HIDDEN) : UNKNOWN_ID);
    all.put("source", real ? ids.get(HIDDEN) : UNKNOWN_ID);
    all.put("offered", real ? ids.get(HIDDEN) : UNKNOWN_ID);
    all.put("environments", real ? ids.get(HIDDEN) : UNKNOWN_ID);
    all.put("target", real ? ids.get(HIDDEN_TOO) : UNKNOWN_ID);
    all.put("draft", real ? draft : UNKNOWN_ID);
    all.put("confirm", real ? HIDDEN_TOO : UNKNOWN_TOO);
    all.put("text", "Contoso");
    all.put("from", "0");
    all.put("list", "STATUS");
    all.put("looked", "true");
    all.put("proposal", real ? "1" : "99");
    all.put("delegation", real ? "1" : "99");
    all.put("confirmed", "true");
    all.put("settlement", "GIVE_UP");
    all.put("comment", "why not");
    all.put("reviewComment", "why not");
    all.put("emergency", "true");
    all.put("reason", "why not");
    all.put("label", "a label");
    all.put("type", "full");
    all.put("pointKind", "INSTANT");
    all.put("date", "2026-11-19");
    all.put("time", "18:00");
    ObjectNode sent = JSON.createObjectNode();
    keys.forEach(key -> sent.put(key, all.get(key)));
    StringBuilder answer = new StringBuilder();
    String later =
        answer(
            chat,
            () -> answer.append(teams.deliver(chat.pressing(person, "1795385519000", verb, sent))));
    return answer + later;
  }

  /** All that is sent to a chat while something is done. */
  private String answer(FakeConversation chat, Runnable done) {
    List<JsonNode> before = states(chat);
    done.run();
    holdfast().settle();
    List<JsonNode> after = new ArrayList<>(states(chat));
    before.forEach(after::remove);
    return after.stream().map(ReadingWalkTests::sent).collect(Collectors.joining("\n"));
  }

  private static List<JsonNode> states(FakeConversation chat) {
    return chat.messages().stream().flatMap(message -> message.history().stream()).toList();
  }

  private static String sent(JsonNode activity) {
    return activity.path("text").asString("")
        + activity.path("attachments")
        + activity.path("summary");
  }
}

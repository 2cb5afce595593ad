package dev.holdfast.chat.request;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.dispatch.ConversationDispatcher;
import dev.holdfast.card.Card;
import dev.holdfast.chat.ChatBench;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Goldens;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what with a request: which buttons each person's card has in each situation, and what
 * each click is answered with, offered or not.
 */
class PermissionTableTests {

  private static final Path TABLE = Path.of("src/test/resources/permissions.txt");

  /** Approves, and asked for the request too. */
  private static final Person PATTI = new Person("id-patti", "Patti Fernandez");

  /** Asked for the request, and may no longer ask for any. */
  private static final Person NESTOR = new Person("id-nestor", "Nestor Wilke");

  /** Named by the policy for other environments only. */
  private static final Person DIEGO = new Person("id-diego", "Diego Siciliani");

  private static final Person LEE = new Person("id-lee", "Lee Gu");

  private static final Map<String, Map<String, String>> CLICKS = new LinkedHashMap<>();

  static {
    CLICKS.put("request.approve", Map.of());
    CLICKS.put("request.reject", Map.of("comment", "no"));
    CLICKS.put("request.cancel", Map.of());
    CLICKS.put("request.withdraw", Map.of());
    CLICKS.put("request.settle", Map.of("settlement", "GIVE_UP", "comment", "gone"));
    CLICKS.put("request.stopWaiting", Map.of("comment", "needed elsewhere"));
    CLICKS.put("request.review", Map.of("reviewComment", "looked at"));
    CLICKS.put("request.leaveAdminMode", Map.of("looked", "true"));
    CLICKS.put("request.checklist", Map.of("item", "users"));
    CLICKS.put("request.again", Map.of());
    CLICKS.put("request.undo", Map.of());
    CLICKS.put("request.supportDetails", Map.of());
  }

  /** A person, and whose request it is. */
  private record Role(String name, Person person, Person requester) {}

  private static final List<Role> ROLES =
      List.of(
          new Role("requester", ALEX, ALEX),
          new Role("requester who is an approver", PATTI, PATTI),
          new Role("requester who may no longer request", NESTOR, NESTOR),
          new Role("approver", MEGAN, ALEX),
          new Role("approver who has approved", ADELE, ALEX),
          new Role("anybody else", LEE, ALEX));

  private static final Role NAMED_ELSEWHERE =
      new Role("named for another environment", DIEGO, ALEX);

  private static final String DONE = "done";

  @AutoClose
  private final ChatBench bench =
      new ChatBench(
          Map.of(
              "holdfast.policy[0].environments", "Fabrikam*",
              "holdfast.policy[0].approvers", DIEGO.id(),
              "holdfast.policy[1].environments", "*",
              "holdfast.policy[1].requesters",
                  String.join(",", ALEX.id(), PATTI.id(), MEGAN.id(), ADELE.id()),
              "holdfast.policy[1].approvers",
                  String.join(",", MEGAN.id(), ADELE.id(), PATTI.id())));

  @Test
  void isAsTheTableSays() {
    List<String> lines = new ArrayList<>();
    new RequestSituations(bench.bench, List.of(MEGAN, ADELE, PATTI))
        .all()
        .forEach((name, situation) -> lines.addAll(section(name, situation)));
    lines.add("=== doctor");
    Stream.concat(ROLES.stream(), Stream.of(NAMED_ELSEWHERE))
        .forEach(role -> lines.add(role.name() + ": " + doctor(role)));
    Goldens.assertLines(TABLE, lines);
  }

  /** Roles of which the same is true are one entry. */
  private List<String> section(String name, Function<Person, Request> situation) {
    Map<List<String>, List<String>> roles = new LinkedHashMap<>();
    ROLES.forEach(
        role ->
            roles
                .computeIfAbsent(undone(() -> rows(role, situation)), rows -> new ArrayList<>())
                .add(role.name()));
    List<String> lines = new ArrayList<>();
    lines.add("=== " + name);
    lines.addAll(undone(() -> List.of("refreshes itself for: " + refreshed(situation))));
    roles.forEach(
        (rows, names) -> {
          lines.add("--- " + String.join("; ", names));
          lines.addAll(rows);
        });
    lines.add("");
    return lines;
  }

  /** Clicks of which the same is true are one row. */
  private List<String> rows(Role role, Function<Person, Request> situation) {
    Request request = situation.apply(role.requester());
    List<String> rows = new ArrayList<>();
    rows.add("card: " + card(role, request));
    rows.add("approvals: " + approvals(role, request));
    Map<String, List<String>> clicks = new LinkedHashMap<>();
    for (String verb : CLICKS.keySet()) {
      String answer = click(role, request, verb);
      clicks.computeIfAbsent(answer, any -> new ArrayList<>()).add(verb);
      request = answer.equals(DONE) ? situation.apply(role.requester()) : request;
    }
    clicks
        .computeIfAbsent(cancelCommand(role, request), any -> new ArrayList<>())
        .add("cancel R-n");
    clicks.forEach((answer, verbs) -> rows.add(String.join(", ", verbs) + ": " + answer));
    return rows;
  }

  private String said(Card card, Role role, Request request) {
    String more = more(card, role, request);
    return more.isEmpty() ? "" : " (" + more + ")";
  }

  private List<String> undone(Supplier<List<String>> look) {
    return bench
        .bench
        .get(TransactionTemplate.class)
        .execute(
            status -> {
              status.setRollbackOnly();
              return look.get().stream().map(line -> line.replaceAll("R-\\d+", "R-n")).toList();
            });
  }

  private String refreshed(Function<Person, Request> situation) {
    Request request = situation.apply(ALEX);
    IncomingMessage said =
        new IncomingMessage("activity", user(ALEX), ChatBench.GROUP, "status " + request.id());
    JsonNode ids = bench.answer(said).card().orElseThrow().json().at("/refresh/userIds");
    return String.join(", ", ids.valueStream().map(JsonNode::asString).toList());
  }

  private String approvals(Role role, Request request) {
    Card list = bench.answer(says(role, "approvals")).card().orElseThrow();
    return ChatBench.text(list).contains(request.id().toString()) ? "listed" : "not listed";
  }

  private String cancelCommand(Role role, Request request) {
    Reply reply = bench.answer(says(role, "cancel " + request.id()));
    return role.person().equals(LEE)
        ? notFound(reply)
        : outcome(role, request, reply.card().orElseThrow());
  }

  private static String notFound(Reply reply) {
    return texts(reply.card().orElseThrow()).stream()
        .filter(text -> text.contains("R-"))
        .collect(Collectors.joining(" "));
  }

  private String doctor(Role role) {
    Reply reply = bench.answer(says(role, "doctor"));
    return reply.card().isPresent() ? DONE : reply.text();
  }

  private String click(Role role, Request request, String verb) {
    CardActionInvocation clicked = clicked(role, request, verb, CLICKS.get(verb));
    if (verb.equals("request.again")
        || verb.equals("request.undo")
        || verb.equals("request.supportDetails")) {
      Card card = bench.answer(clicked).orElseThrow().card().orElseThrow();
      return verbs(card).contains("restore.review")
          ? "a form"
          : texts(card).stream()
              .filter(text -> text.contains(request.id().toString()))
              .collect(Collectors.joining(" "));
    }
    ActionResponse response = bench.bench.get(ConversationDispatcher.class).clicked(clicked);
    return response instanceof ActionResponse.Refuse refused
        ? refused.message()
        : outcome(role, request, ((ActionResponse.Show) response).card());
  }

  private String outcome(Role role, Request request, Card shown) {
    Request now = bench.bench.requests().find(request.id()).orElseThrow();
    return now.version() == request.version() ? more(shown, role, request) : DONE;
  }

  /** What a card says beyond what the request's card says to that person anyway. */
  private String more(Card shown, Role role, Request request) {
    Set<String> texts = texts(shown);
    texts.removeAll(texts(bench.answer(says(role, "status " + request.id())).card().orElseThrow()));
    texts.remove("!");
    return String.join(" ", texts);
  }

  private String card(Role role, Request request) {
    ActionResponse shown =
        bench
            .bench
            .get(ConversationDispatcher.class)
            .clicked(clicked(role, request, "request.refresh", Map.of()));
    if (shown instanceof ActionResponse.Refuse refused) {
      return refused.message();
    }
    Card card = ((ActionResponse.Show) shown).card();
    return String.join(", ", verbs(card)) + said(card, role, request);
  }

  private CardActionInvocation clicked(
      Role role, Request request, String verb, Map<String, String> inputs) {
    Map<String, String> data = new LinkedHashMap<>(inputs);
    data.put("requestId", request.id().toString());
    data.put("version", Long.toString(request.version()));
    data.put("digest", request.details().digest().hex());
    return bench.click(user(role.person()), own(role), verb, data);
  }

  private static IncomingMessage says(Role role, String text) {
    return new IncomingMessage("activity", user(role.person()), own(role), text);
  }

  private static ConversationRef own(Role role) {
    return new ConversationRef("chat-" + role.person().id(), ConversationRef.Kind.PERSONAL);
  }

  private static ChatUser user(Person person) {
    return new ChatUser(person.id(), person.name(), ZoneOffset.UTC);
  }

  private static Set<String> verbs(Card card) {
    Set<String> verbs = new TreeSet<>();
    walk(
        card.json(),
        node -> {
          if (node.path("type").asString("").equals("Action.Execute")) {
            verbs.add(node.path("verb").asString());
          }
        });
    return verbs;
  }

  private static Set<String> texts(Card card) {
    Set<String> texts = new LinkedHashSet<>();
    walk(
        card.json(),
        node -> {
          if (node.path("text").isString()) {
            texts.add(node.path("text").asString());
          }
        });
    return texts;
  }

  private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(node);
    }
    node.forEach(child -> walk(child, visitor));
  }
}

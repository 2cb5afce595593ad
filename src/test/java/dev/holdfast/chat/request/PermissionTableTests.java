package dev.holdfast.chat.request;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.BERLIN;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restoreWithSafetyBackup;

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
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Goldens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
  private static final Duration WEEK = Duration.ofDays(7);

  private static final Map<String, Map<String, String>> CLICKS = new LinkedHashMap<>();

  static {
    CLICKS.put("request.approve", Map.of());
    CLICKS.put("request.reject", Map.of("comment", "no"));
    CLICKS.put("request.cancel", Map.of());
    CLICKS.put("request.settle", Map.of("settlement", "GIVE_UP", "comment", "gone"));
    CLICKS.put("request.leaveAdminMode", Map.of("looked", "true"));
    CLICKS.put("request.again", Map.of());
    CLICKS.put("request.undo", Map.of());
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
    situations().forEach((name, situation) -> lines.addAll(section(name, situation)));
    lines.add("=== doctor");
    Stream.concat(ROLES.stream(), Stream.of(NAMED_ELSEWHERE))
        .forEach(role -> lines.add(role.name() + ": " + doctor(role)));
    Goldens.assertLines(TABLE, lines);
  }

  /** Roles of which the same is true are one entry. */
  private List<String> section(String name, Function<Role, Request> situation) {
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
  private List<String> rows(Role role, Function<Role, Request> situation) {
    Request request = situation.apply(role);
    Card card = card(role, request);
    List<String> rows = new ArrayList<>();
    rows.add("card: " + String.join(", ", verbs(card)) + said(card, role, request));
    rows.add("approvals: " + approvals(role, request));
    Map<String, List<String>> clicks = new LinkedHashMap<>();
    for (String verb : CLICKS.keySet()) {
      String answer = click(role, request, verb);
      clicks.computeIfAbsent(answer, any -> new ArrayList<>()).add(verb);
      request = answer.equals(DONE) ? situation.apply(role) : request;
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

  private String refreshed(Function<Role, Request> situation) {
    Request request = situation.apply(ROLES.get(0));
    IncomingMessage said =
        new IncomingMessage("activity", user(LEE), ChatBench.GROUP, "status " + request.id());
    JsonNode ids = bench.answer(said).card().orElseThrow().json().at("/refresh/userIds");
    return String.join(", ", ids.valueStream().map(JsonNode::asString).toList());
  }

  private String approvals(Role role, Request request) {
    Card list = bench.answer(says(role, "approvals")).card().orElseThrow();
    return ChatBench.text(list).contains(request.id().toString()) ? "listed" : "not listed";
  }

  private String cancelCommand(Role role, Request request) {
    Reply reply = bench.answer(says(role, "cancel " + request.id()));
    return outcome(role, request, reply.card().orElseThrow());
  }

  private String doctor(Role role) {
    Reply reply = bench.answer(says(role, "doctor"));
    return reply.card().isPresent() ? DONE : reply.text();
  }

  private String click(Role role, Request request, String verb) {
    CardActionInvocation clicked = clicked(role, request, verb, CLICKS.get(verb));
    if (verb.equals("request.again") || verb.equals("request.undo")) {
      Card card = bench.answer(clicked).orElseThrow().card().orElseThrow();
      return verbs(card).contains("restore.review")
          ? "a form"
          : texts(card).stream()
              .filter(text -> text.contains(request.id().toString()))
              .collect(Collectors.joining(" "));
    }
    ActionResponse response = bench.bench.get(ConversationDispatcher.class).clicked(clicked);
    return outcome(role, request, ((ActionResponse.Show) response).card());
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

  private Card card(Role role, Request request) {
    ActionResponse shown =
        bench
            .bench
            .get(ConversationDispatcher.class)
            .clicked(clicked(role, request, "request.refresh", Map.of()));
    return ((ActionResponse.Show) shown).card();
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

  private Map<String, Function<Role, Request>> situations() {
    Map<String, Function<Role, Request>> all = new LinkedHashMap<>();
    all.put("awaiting the second approval", role -> approvedByAdele(role, 2));
    all.put("the time to decide is over", role -> submitted(role, 1, NOW));
    all.put("approved", role -> approvedByAdele(role, 1));
    all.put(
        "being backed up",
        role -> change(approvedByAdele(role, 1), r -> r.safetyBackupStep().commitStart(LONG_AGO)));
    all.put("running", this::running);
    all.put("succeeded", role -> change(verifying(role), r -> r.mainStep().succeed("Done.", NOW)));
    all.put("in administration mode", role -> inAdministrationMode(role, true));
    all.put("in administration mode for good", role -> inAdministrationMode(role, false));
    all.put("in administration mode, another request running", this::whileAnotherRuns);
    all.put("failed just now", role -> failed(role, NOW));
    all.put("failed an hour ago", role -> failed(role, LONG_AGO));
    all.put("outcome unknown", role -> unknown(running(role)));
    all.put("outcome unknown, without approval", role -> unknown(running(submitted(role, 0))));
    all.put(
        "closed as unknown",
        role ->
            change(unknown(running(role)), r -> r.resolution().giveUp(MEGAN, "it is gone", NOW)));
    all.put(
        "rejected", role -> change(submitted(role, 1), r -> r.approval().reject(ADELE, "no", NOW)));
    all.put(
        "canceled",
        role -> change(approvedByAdele(role, 1), r -> r.approval().cancel(role.requester(), NOW)));
    return all;
  }

  private Request approvedByAdele(Role role, int approvals) {
    return change(
        submitted(role, approvals),
        r -> r.approval().approve(ADELE, "", r.details().digest(), LONG_AGO));
  }

  private Request running(Role role) {
    return running(approvedByAdele(role, 1));
  }

  private Request running(Request approved) {
    change(approved, r -> r.safetyBackupStep().commitStart(LONG_AGO));
    change(approved, r -> r.safetyBackupStep().accepted(progress("Accepted"), "", LONG_AGO));
    change(approved, r -> r.safetyBackupStep().beginVerification(LONG_AGO));
    CreatedBackup kept = new CreatedBackup("b-1", LONG_AGO, LONG_AGO, LONG_AGO.plus(WEEK), true);
    change(approved, r -> r.safetyBackupStep().taken(kept, LONG_AGO));
    change(approved, r -> r.mainStep().commitStart(LONG_AGO));
    return change(approved, r -> r.mainStep().accepted(progress("Accepted"), "", LONG_AGO));
  }

  private Request verifying(Role role) {
    return change(running(role), r -> r.mainStep().beginVerification(LONG_AGO));
  }

  private Request inAdministrationMode(Role role, boolean leavable) {
    return change(
        verifying(role), r -> r.mainStep().succeedInAdministrationMode("Done.", leavable, NOW));
  }

  private Request whileAnotherRuns(Role role) {
    Request request = inAdministrationMode(role, true);
    running(role);
    return request;
  }

  private Request failed(Role role, Instant at) {
    return change(running(role), r -> r.mainStep().fail(ending(at)));
  }

  private Request unknown(Request running) {
    return change(running, r -> r.mainStep().outcomeUnknown(ending(NOW)));
  }

  private static Outcome ending(Instant at) {
    return new Outcome(at, "It failed.", Optional.empty(), Optional.empty(), true);
  }

  private Request submitted(Role role, int approvals) {
    return submitted(role, approvals, NOW.plus(Duration.ofDays(1)));
  }

  private Request submitted(Role role, int approvals, Instant expiresAt) {
    List<String> approvers =
        List.of(MEGAN.id(), ADELE.id(), PATTI.id()).stream()
            .filter(id -> !id.equals(role.requester().id()))
            .toList();
    long number = bench.bench.requests().nextId().number();
    return bench.bench.add(
        Request.submit(
            bench.bench.requests().nextId(),
            new RequestDetails(
                "draft-" + number,
                restoreWithSafetyBackup(),
                role.requester(),
                "",
                BERLIN,
                new RequestOrigin("chat-" + role.requester().id(), "message-1", true),
                List.of(),
                approvals,
                approvers,
                LONG_AGO,
                expiresAt)));
  }

  private Request change(Request request, Function<Request, RequestEvent> transition) {
    return bench.bench.change(request, transition);
  }
}

package dev.holdfast.testing;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Microsoft Teams of our own: a Bot Connector over HTTP, and people who write to the bot and
 * press its buttons. Modelled on what the Agents Playground was seen to send and to answer.
 */
public final class FakeTeams implements AutoCloseable {

  public static final String TENANT = "5f8e2b1c-0000-4000-8000-000000000001";
  public static final String BOT = "28:5f8e2b1c-0000-4000-8000-0000000000b0";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Connections that wait to be accepted; a burst needs more than the JDK's 50. */
  private static final int BACKLOG = 1000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ActivityPost post = new ActivityPost();
  private final FakeConnector connector = new FakeConnector(this);
  private final Map<String, FakePerson> people = new ConcurrentHashMap<>();
  private final Map<String, FakeConversation> conversations = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(1795385519016L);
  private volatile URI bot = URI.create("http://127.0.0.1:3978/api/messages");
  private volatile Optional<Supplier<Optional<URI>>> copies = Optional.empty();
  private volatile String botName = "Holdfast";
  private volatile Runnable meanwhile = () -> {};

  private FakeTeams() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/connector", this::handle);
    server.start();
  }

  public static FakeTeams start() {
    try {
      return new FakeTeams();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the bot listens; to be said before anybody speaks. */
  public FakeTeams talksTo(URI endpoint) {
    bot = endpoint;
    return this;
  }

  /**
   * Where one of several copies of the bot listens at the moment. What none of them takes is sent
   * again, under the same id, until one does.
   */
  public FakeTeams talksToOneOf(Supplier<Optional<URI>> listening) {
    copies = Optional.of(listening);
    return this;
  }

  /** What the bot is called in mentions. */
  public FakeTeams callsTheBot(String name) {
    botName = name;
    return this;
  }

  public FakePerson person(String name) {
    return person(name, "UTC");
  }

  /** What is done again and again while somebody waits for a message. */
  public FakeTeams meanwhile(Runnable work) {
    meanwhile = work;
    return this;
  }

  void runMeanwhile() {
    meanwhile.run();
  }

  /** The person of that name; who has no {@link #personal} chat has not installed the bot. */
  public FakePerson person(String name, String zone) {
    return people.computeIfAbsent(
        name,
        key -> {
          var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
          return new FakePerson(name, id, "29:" + id, zone);
        });
  }

  /** The person's own chat with the bot, in which nothing has happened yet. */
  public FakeConversation personal(FakePerson person) {
    return conversation("a:" + person.entraId(), "personal", "");
  }

  public FakeConversation group(String name) {
    return conversation("19:" + name + "@thread.v2", "groupChat", "");
  }

  public FakeConversation channel(String team, String name) {
    return conversation("19:" + name + "@thread.tacv2", "channel", "19:" + team + "@thread.tacv2");
  }

  private FakeConversation conversation(String id, String kind, String team) {
    return conversations.computeIfAbsent(id, key -> new FakeConversation(this, id, kind, team));
  }

  /** Answers the next calls of the bot with a fault. */
  public void fails(FakeFault fault, int times) {
    connector.next(fault, times);
  }

  /** Lets the bot's calls wait until the latch is down. */
  public void holdsCallsUntil(CountDownLatch latch) {
    connector.hold(latch);
  }

  /** Lets the bot's calls wait until the latch is down; then they are lost, as on a dead line. */
  public void losesCallsUntil(CountDownLatch latch) {
    connector.lose(latch);
  }

  /** Has a message from before this Teams was started; newer ones get later ids. */
  public void has(String id, String conversation, JsonNode activity) {
    ids.accumulateAndGet(Long.parseLong(id), Math::max);
    connector.remember(new FakeMessage(id, conversation, Optional.empty(), activity));
  }

  /** All messages of the bot. */
  public List<FakeMessage> messages() {
    return connector.messages();
  }

  /** Loses a message, as when somebody deletes it. */
  public void loses(FakeMessage message) {
    connector.forget(message);
  }

  /** Lists members so many at a time. */
  public FakeTeams listsMembersInPagesOf(int people) {
    connector.roster().pagesOf(people);
    return this;
  }

  /** What it says of everybody in lists of members; empty for nothing. */
  public void saysOfMembers(String role, String tenant) {
    connector.roster().says(role, tenant);
  }

  /** Names the same next page of members again and again. */
  public void listsMembersWithoutEnd() {
    connector.roster().endless();
  }

  /** All that the bot has called, refused calls included. */
  public List<FakeCall> calls() {
    return connector.calls();
  }

  /** The names of the headers of all calls. */
  public Set<String> headers() {
    return connector.headers();
  }

  /** The typing indicators that were shown. */
  public List<FakeCall> typing() {
    return connector.typing();
  }

  public String serviceUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/connector";
  }

  /**
   * Sends an activity and returns the body of the bot's answer.
   *
   * @throws AssertionError if the bot answers with anything but 200
   */
  public JsonNode deliver(JsonNode activity) {
    var body = activity.toString().getBytes(StandardCharsets.UTF_8);
    var answer = copies.map(copy -> insist(copy, body)).orElseGet(() -> send(body));
    if (answer.statusCode() != 200) {
      throw new AssertionError("The bot answered " + answer.statusCode() + " to " + activity);
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  /** Sends any bytes whatever to the bot. */
  public HttpResponse<String> send(byte[] body) {
    return send(body, Optional.empty());
  }

  /** The same with an {@code Authorization} header. */
  public HttpResponse<String> send(byte[] body, Optional<String> authorization) {
    return post.to(bot, body, authorization);
  }

  /** The same to one of several copies of the bot. */
  public HttpResponse<String> send(URI copy, byte[] body) {
    return post.to(copy, body, Optional.empty());
  }

  private HttpResponse<String> insist(Supplier<Optional<URI>> listening, byte[] body) {
    return await("a copy of the bot takes it")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> listening.get().flatMap(copy -> attempt(copy, body)), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<HttpResponse<String>> attempt(URI copy, byte[] body) {
    try {
      return Optional.of(send(copy, body)).filter(answer -> answer.statusCode() == 200);
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      connector.handle(exchange).send(exchange);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  FakeConnector connector() {
    return connector;
  }

  String nextId() {
    return Long.toString(ids.incrementAndGet());
  }

  String botName() {
    return botName;
  }

  boolean isConversation(String id) {
    return conversations.containsKey(id);
  }

  boolean isChannel(String id) {
    return Optional.ofNullable(conversations.get(id))
        .map(FakeConversation::isChannel)
        .orElse(false);
  }

  boolean isPersonal(String id) {
    return conversations.containsKey(id) && "personal".equals(conversations.get(id).kind());
  }

  /** By name. */
  List<FakePerson> people() {
    return people.values().stream().sorted(Comparator.comparing(FakePerson::name)).toList();
  }

  /** By Teams id or Entra id, as Teams takes both. */
  Optional<String> personalChatOf(String member) {
    return find(member).map(person -> "a:" + person.entraId()).filter(conversations::containsKey);
  }

  /** By Teams id or Entra id. */
  Optional<FakePerson> find(String id) {
    return people.values().stream()
        .filter(person -> id.equals(person.teamsId()) || id.equals(person.entraId()))
        .findFirst();
  }
}

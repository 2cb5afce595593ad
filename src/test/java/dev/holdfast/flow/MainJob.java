package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Lane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All around Holdfast that the main job needs: two people in a fake Teams, and the admin API.
 *
 * @param <C> the clock of the admin API, in which a restore takes two seconds, unless a test says
 *     otherwise
 */
@Tag(Lane.APPLICATION)
abstract class MainJob<C extends Clock> {

  private static final double FAST = 3600;

  final FakeTeams teams = FakeTeams.start();
  final C simulated;
  final SimulatorServer simulator;
  final FakePerson alex = teams.person("Alex Wilber", "Europe/Berlin");
  final FakePerson megan = teams.person("Megan Bowen", "America/New_York");
  final FakeConversation alexChat = teams.personal(alex);
  final FakeConversation meganChat = teams.personal(megan);
  final FakeConversation approvers = teams.channel("Finance operations", "Approvals");

  MainJob(C simulated) {
    this(simulated, FAST);
  }

  /**
   * @param speed at 1, a restore takes two hours
   */
  MainJob(C simulated, double speed) {
    this.simulated = simulated;
    simulator = new SimulatorServer(simulated, speed, Optional.empty());
    simulator.start(0);
  }

  @AfterEach
  void close() {
    simulator.close();
    teams.close();
  }

  /** Alex may ask, Megan decides; there is no safety backup. */
  Map<String, Object> settings() {
    return Map.of(
        "holdfast.policy[0].environments", "*",
        "holdfast.policy[0].approvers", megan.entraId(),
        "holdfast.policy[0].safety-backup", "none",
        "holdfast.admin-api.backup-restorable-after", "300ms",
        "holdfast.notifications.approvers-channel", approvers.id());
  }

  void install() {
    approvers.installs(megan);
    meganChat.installs(megan);
    alexChat.installs(alex);
  }

  /** From the typed command to the review, ready to be confirmed. */
  FakeMessage reviewRestore(String source, String target) {
    alexChat.says(alex, "restore " + source + " to " + target + " at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    return alexChat.awaitMessage("the review", m -> offers(m, "restore.submit"));
  }

  /** From the typed command to the request's card. */
  FakeMessage submitRestore(String source, String target) {
    FakeMessage review = reviewRestore(source, target);
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", target));
    return alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(review.id()) && m.text().contains("R-1001"));
  }

  static boolean offers(FakeMessage message, String verb) {
    return message.card().toString().contains("\"verb\":\"" + verb + "\"");
  }

  /** How often the admin API was called to restore, the calls that it refused included. */
  long restoreCalls() {
    return calls("restore");
  }

  /** How often the admin API was called to back up. */
  long backupCalls() {
    return calls("backup");
  }

  /** How often the admin API was called to change an environment's mode. */
  long modeCalls() {
    return calls("edit");
  }

  /** How often the admin API was called for something, the calls that it refused included. */
  long calls(String kind) {
    return orders(kind).count();
  }

  /** The orders of a kind, with what was sent. */
  Stream<JsonNode> orders(String kind) {
    JsonNode orders = record().path("orders");
    return orders.valueStream().filter(order -> order.path("kind").asString().equals(kind));
  }

  /**
   * Through what everything was ordered or checked.
   *
   * @param ofBoth where both admin APIs are used
   */
  void assertOrderedThrough(Choice api, AdminApiFlavor... ofBoth) {
    Set<AdminApiFlavor> expected = api == Choice.BOTH ? Set.of(ofBoth) : Set.of(api.first());
    assertThat(apisOrderedThrough()).isEqualTo(expected);
  }

  /** Through which of the two admin APIs anything was ordered or checked. */
  private Set<AdminApiFlavor> apisOrderedThrough() {
    return record()
        .path("orders")
        .valueStream()
        .map(order -> AdminApiFlavor.valueOf(order.path("api").asString().toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  /** All that was ordered, as the simulator keeps it. */
  JsonNode record() {
    return ofSimulator("/simulator/record");
  }

  /** All that the simulator knows. */
  JsonNode stateOfSimulator() {
    return ofSimulator("/simulator/state");
  }

  private JsonNode ofSimulator(String path) {
    HttpRequest request = HttpRequest.newBuilder(simulator.baseUrl().resolve(path)).build();
    try {
      return JsonMapper.builder()
          .build()
          .readTree(
              HttpClient.newHttpClient()
                  .send(request, HttpResponse.BodyHandlers.ofString())
                  .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.holdfast.compatibility;

import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.SteppedHoldfast;
import dev.holdfast.testing.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.node.JsonNodeFactory;

/** All around Holdfast that people meet, in a time that stands still, and what they read of it. */
@Tag(Lane.APPLICATION)
abstract class Walkthrough {

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  final FakeTeams teams = FakeTeams.start();
  final SimulatorServer simulator = new SimulatorServer(clock, 1, Optional.empty());
  final FakePerson alex = teams.person("Alex Wilber", "Europe/Berlin");
  final FakePerson megan = teams.person("Megan Bowen", "America/New_York");
  final FakePerson adele = teams.person("Adele Vance", "Asia/Kathmandu");
  final FakeConversation alexChat = teams.personal(alex);
  final FakeConversation meganChat = teams.personal(megan);
  final FakeConversation adeleChat = teams.personal(adele);
  final FakeConversation approvers = teams.channel("Finance operations", "Approvals");
  final FakeConversation releases = teams.channel("Releases", "Releases");
  final FakeConversation group = teams.group("Go-live");
  SteppedHoldfast holdfast;
  Transcript log;

  @BeforeEach
  void start() {
    simulator.start(0);
    holdfast = SteppedHoldfast.start(Databases.H2.fresh(), simulator.baseUrl(), clock, settings());
    teams.talksTo(holdfast.messages());
    log =
        new Transcript(
            teams,
            Map.of(
                alexChat.id(), "Alex's chat",
                meganChat.id(), "Megan's chat",
                adeleChat.id(), "Adele's chat",
                approvers.id(), "the approvers' channel",
                releases.id(), "the releases channel",
                group.id(), "the group chat"),
            holdfast::settle);
  }

  @AfterEach
  void stop() {
    holdfast.close();
    simulator.close();
    teams.close();
  }

  private Map<String, Object> settings() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("holdfast.policy[0].environments", "*Production*");
    all.put("holdfast.policy[0].approvers", megan.entraId());
    all.put("holdfast.policy[0].target", "forbidden");
    all.put("holdfast.policy[1].environments", "Contoso Test");
    all.put("holdfast.policy[1].approvers", megan.entraId() + "," + adele.entraId());
    all.put("holdfast.policy[1].approvals", 2);
    all.put("holdfast.policy[2].environments", "Contoso Build");
    all.put("holdfast.policy[2].approvers", megan.entraId());
    all.put("holdfast.policy[2].safety-backup", "required");
    all.put("holdfast.policy[3].environments", "*");
    all.put("holdfast.policy[3].approvers", megan.entraId());
    all.put("holdfast.policy[3].safety-backup", "none");
    all.put("holdfast.notifications.approvers-channel", approvers.id());
    all.put("holdfast.admin-api.poll-interval", "10m");
    all.put("holdfast.admin-api.backup-restorable-after", "15m");
    // Never read anew in the background.
    all.put("holdfast.admin-api.catalog-ttl", "30d");
    all.put("holdfast.admin-api.timeouts.retry", "1ms");
    all.put("holdfast.execution.retry-interval", "10m");
    all.put("holdfast.execution.operation-listing-delay", "45m");
    all.put("holdfast.execution.verification-timeout", "30m");
    all.put("holdfast.execution.admin-mode-timeout", "10m");
    // A walkthrough takes seconds, in which its people send what takes them hours.
    all.put("holdfast.teams.limits.per-sender", 10_000);
    all.put("holdfast.teams.limits.per-conversation", 10_000);
    return all;
  }

  void press(String verb) {
    log.answered(
        teams.deliver(alexChat.pressing(alex, "1", verb, JsonNodeFactory.instance.objectNode())));
  }

  void registered(boolean known) {
    HttpRequest order =
        HttpRequest.newBuilder(simulator.baseUrl().resolve("/simulator/registration"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"registered\":" + known + "}"))
            .build();
    try {
      HttpClient.newHttpClient().send(order, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

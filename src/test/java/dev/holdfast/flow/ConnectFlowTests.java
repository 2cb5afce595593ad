package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.doctor.NamedCheckResult;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.SteppedHoldfast;
import dev.holdfast.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A channel becomes the approvers' by a word in it and a click, and no longer by another word. */
@EachDatabase
class ConnectFlowTests extends SteppedJob {

  private final TestDatabase database;
  private final FakeConversation release = teams.channel("Finance operations", "Release");

  ConnectFlowTests(Databases kind) {
    this.database = kind.fresh();
  }

  @BeforeEach
  void start() {
    start(database, Map.of());
    install();
    release.installs(megan);
  }

  @Test
  void approvalsGoThereFromThenOnAlsoAfterARestart() {
    connect();
    assertThat(audit("CHANNEL_CONNECTED")).isEqualTo(release.id());
    submitRestore("Contoso UAT", "Contoso Dev");
    release.awaitMessage("the approval card", m -> m.text().contains("R-1001"));
    start(database, Map.of());
    request("Contoso Test");
    release.awaitMessage("the next card", m -> m.text().contains("R-1002"));
    assertThat(approvers.messages()).noneMatch(m -> offers(m, "request.approve"));

    meganChat.says(megan, "disconnect").awaitText("The channel is disconnected.");
    assertThat(audit("CHANNEL_DISCONNECTED")).isEqualTo(release.id());
    meganChat.says(megan, "disconnect").awaitText("No channel is connected.");
    request("Contoso Build");
    approvers.awaitMessage("the setting counts again", m -> m.text().contains("R-1003"));
  }

  @Test
  void anotherReplicaPostsThereWithoutARestart() {
    try (SteppedHoldfast other = replica(database, Map.of(), context -> {})) {
      teams.talksTo(other.messages()).meanwhile(other::goOn);
      submitRestore("Contoso UAT", "Contoso Dev");
      approvers.awaitMessage("before it's connected", m -> m.text().contains("R-1001"));

      teams.talksTo(holdfast().messages()).meanwhile(holdfast()::goOn);
      connect();
      teams.talksTo(other.messages()).meanwhile(other::goOn);
      request("Contoso Test");
      release.awaitMessage("from the other replica", m -> m.text().contains("R-1002"));
      assertThat(approvers.messages()).noneMatch(m -> m.text().contains("R-1002"));
    }
  }

  @Test
  void itIsAskedForInAChannelByWhomThePolicyAllows() {
    meganChat.says(megan, "connect").awaitText("Type connect in a channel of a team");
    release.says(alex, "connect").awaitText("Only guardians of the policy can choose");
    FakeMessage card = ask();
    assertThat(card.text())
        .contains("Everyone in the channel can then read the names of environments");
    release.clicks(alex, card, "channel.connect", Map.of());
    holdfast().settle();
    assertThat(connected()).isZero();
    release.clicks(megan, card, "channel.connect", Map.of());
    release.awaitText("Megan Bowen connected this channel.");
    assertThat(connected()).isOne();
    release.says(megan, "connect").awaitText("Approvals are already posted in this channel.");
  }

  /** Removed from the team, Holdfast posts where the setting says, and the doctor tells. */
  @Test
  void withoutTheAppTheSettingCounts() {
    connect();
    release.removes(megan);
    holdfast().settle();
    submitRestore("Contoso UAT", "Contoso Dev");
    meganChat.awaitMessage("in person", m -> offers(m, "request.approve"));
    NamedCheckResult found =
        holdfast().get(Doctor.class).examine().findings().stream()
            .filter(one -> one.name().equals("Approvers' channel"))
            .findFirst()
            .orElseThrow();
    assertThat(found.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found.verdict().sentence()).contains("Megan Bowen connected it on");
  }

  private void request(String target) {
    FakeMessage review = reviewRestore("Contoso UAT", target);
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", target));
  }

  private void connect() {
    release.clicks(megan, ask(), "channel.connect", Map.of());
    release.awaitText("Megan Bowen connected this channel.");
  }

  private FakeMessage ask() {
    release.says(megan, "connect");
    return release.awaitMessage("the card to confirm", m -> offers(m, "channel.connect"));
  }

  private int connected() {
    return holdfast()
        .get(JdbcClient.class)
        .sql("select count(*) from approvers_channel")
        .query(Integer.class)
        .single();
  }

  private String audit(String what) {
    return holdfast()
        .get(JdbcClient.class)
        .sql("select words from audit where what = ? and who_name = 'Megan Bowen'")
        .param(what)
        .query(String.class)
        .single();
  }
}

package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When missed messages are sent: at an installation, and when somebody is heard again. */
class ReachableAgainTest {

  private static final TeamsSlice SLICE = TeamsSlice.start(FakeTeams.start());

  private final FakeTeams teams = FakeTeams.start().talksTo(SLICE.endpoint());
  private final ScriptedMissedMessages missed = SLICE.bean(ScriptedMissedMessages.class);
  private final ConversationRepository conversations = SLICE.bean(ConversationRepository.class);

  @BeforeEach
  void clear() {
    SLICE.chat().reset();
    missed.clear();
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void whoInstallsTheAppIsSentWhatWaitsOnceThoughTeamsAnnouncesTwice() {
    FakePerson megan = teams.person("Megan of the first test");

    teams.personal(megan).installs(megan);

    assertThat(missed.resent()).containsOnlyOnce("installed:" + megan.entraId());
  }

  @Test
  void whoHasUnblockedTheBotIsSentWhatWasMissedWhenTheySpeak() {
    FakePerson alex = teams.person("Alex of the second test");
    var chat = teams.personal(alex);
    chat.says(alex, "hi");
    conversations.reachable(chat.id(), false);
    missed.clear();

    chat.says(alex, "hi");
    chat.says(alex, "status");

    assertThat(missed.resent())
        .containsExactly("conversation:" + chat.id(), "person:" + alex.entraId());
    assertThat(conversations.isReachable(chat.id())).isTrue();
  }

  @Test
  void whoRemovesTheAppIsSentNothing() {
    FakePerson patti = teams.person("Patti of the third test");
    var chat = teams.personal(patti);

    chat.removes(patti);

    assertThat(missed.resent()).isEmpty();
  }

  @Test
  void aTeamIsReachedInAllItsChannels() {
    FakePerson alex = teams.person("Alex of the fourth test");
    var approvals = teams.channel("Fourth", "Approvals of the fourth");
    approvals.says(alex, "subscribe");
    missed.clear();

    teams.channel("Fourth", "General of the fourth").installs(alex);

    assertThat(missed.resent()).contains("conversation:" + approvals.id());
  }
}

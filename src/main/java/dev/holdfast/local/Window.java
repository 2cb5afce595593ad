package dev.holdfast.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * One Playground: a chat window through which one person talks to Holdfast. Tenant, bot and people
 * are the same in every window; the chats are each person's own, for each Playground is a Teams of
 * its own, and Holdfast tells them apart by service address and conversation id.
 *
 * @param person who sits in front of it
 * @param role what the person does, to be read after the name
 * @param port where it listens
 * @param channel the name of the one channel beside General
 * @param directory holds its configuration, log and process record
 */
record Window(DemoPerson person, String role, int port, String channel, Path directory) {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";
  private static final PlaygroundConfig.Bot BOT =
      new PlaygroundConfig.Bot("00000000-0000-0000-0000-000000000011", "Holdfast");

  static Window ofRequester(LocalSettings settings) {
    return new Window(
        DemoPerson.ALEX,
        "who asks",
        settings.requesterPort(),
        "Requests",
        settings.directory().resolve("requester").toAbsolutePath());
  }

  static Window ofApprover(LocalSettings settings) {
    return new Window(
        DemoPerson.MEGAN,
        "who approves",
        settings.approverPort(),
        "Approvals",
        settings.directory().resolve("approver").toAbsolutePath());
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  PlaygroundConfig config() {
    String own = person.handle();
    return new PlaygroundConfig(
        "0.1.1",
        TENANT,
        BOT,
        person.asUser(),
        person.others().stream().map(DemoPerson::asUser).toList(),
        new PlaygroundConfig.Chat("personal-" + own),
        new PlaygroundConfig.NamedChat("group-" + own, "Release night"),
        new PlaygroundConfig.Team(
            "team-" + own,
            "Finance operations",
            "00000000-0000-0000-0000-00000000003" + person.ordinal(),
            List.of(new PlaygroundConfig.NamedChat("channel-" + own, channel))));
  }

  /** The conversations in which Holdfast is present from the start: the chat and the channel. */
  List<String> conversations() {
    PlaygroundConfig config = config();
    return List.of(config.personalChat().id(), config.team().channels().get(0).id());
  }
}

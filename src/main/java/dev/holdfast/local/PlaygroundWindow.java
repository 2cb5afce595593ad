package dev.holdfast.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
record PlaygroundWindow(DemoPerson person, String role, int port, String channel, Path directory) {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";
  private static final PlaygroundConfigFile.Bot BOT =
      new PlaygroundConfigFile.Bot("00000000-0000-0000-0000-000000000011", "Holdfast");

  static PlaygroundWindow ofRequester(LocalProperties settings) {
    return new PlaygroundWindow(
        DemoPerson.ALEX,
        "who asks",
        settings.requesterPort(),
        "Requests",
        settings.directory().resolve("requester").toAbsolutePath());
  }

  static PlaygroundWindow ofApprover(LocalProperties settings) {
    return new PlaygroundWindow(
        DemoPerson.MEGAN,
        "who approves",
        settings.approverPort(),
        "Approvals",
        settings.directory().resolve("approver").toAbsolutePath());
  }

  static PlaygroundWindow ofSecondApprover(LocalProperties settings) {
    return new PlaygroundWindow(
        DemoPerson.ADELE,
        "who approves, too",
        settings.secondApproverPort(),
        "Second approvals",
        settings.directory().resolve("second-approver").toAbsolutePath());
  }

  /** Those that the settings ask for. */
  static List<PlaygroundWindow> all(LocalProperties settings) {
    Stream<PlaygroundWindow> second =
        settings.hasSecondApprover() ? Stream.of(ofSecondApprover(settings)) : Stream.empty();
    return Stream.concat(Stream.of(ofRequester(settings), ofApprover(settings)), second).toList();
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  PlaygroundConfigFile config() {
    String own = person.handle();
    return new PlaygroundConfigFile(
        "0.1.1",
        TENANT,
        BOT,
        person.asUser(),
        person.others().stream().map(DemoPerson::asUser).toList(),
        new PlaygroundConfigFile.Chat("personal-" + own),
        new PlaygroundConfigFile.NamedChat("group-" + own, "Release night"),
        new PlaygroundConfigFile.Team(
            "team-" + own,
            "Finance operations",
            "00000000-0000-0000-0000-00000000003" + person.ordinal(),
            List.of(new PlaygroundConfigFile.NamedChat("channel-" + own, channel))));
  }

  /**
   * Where Holdfast is to be present before anybody opens the page. Not the personal chat: the page
   * installs it there itself, and what was said to it before is lost, the welcome too.
   */
  List<String> conversations() {
    return List.of(config().team().channels().get(0).id());
  }
}

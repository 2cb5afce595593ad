package dev.holdfast.local;

import java.util.List;

/**
 * The file that the Agents Playground reads its people, chats and channels from, version 0.1.1 of
 * its schema. The schema wants exactly five other people and at most one channel beside General,
 * whose id is the team's.
 */
record PlaygroundConfigFile(
    String version,
    String tenantId,
    Bot bot,
    User currentUser,
    List<User> users,
    Chat personalChat,
    NamedChat groupChat,
    Team team) {

  /** Where the Playground looks for it in its working directory. JSON is YAML too. */
  static final String FILE = ".m365agentsplayground.yml";

  record Bot(String id, String name) {}

  /** A person; {@code userPrincipleName} is the schema's own spelling. */
  record User(
      String id,
      String name,
      String userPrincipleName,
      String aadObjectId,
      String givenName,
      String surname,
      String email) {}

  record Chat(String id) {}

  record NamedChat(String id, String name) {}

  record Team(String id, String name, String aadGroupId, List<NamedChat> channels) {}
}

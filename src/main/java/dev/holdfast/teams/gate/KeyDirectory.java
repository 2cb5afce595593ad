package dev.holdfast.teams.gate;

import java.io.IOException;
import java.util.Map;

/** Where the cloud publishes its keys. */
interface KeyDirectory {

  /**
   * Reads all keys, by key id.
   *
   * @throws IOException when the host does not answer in time, or answers with something else
   */
  Map<String, SigningKey> read() throws IOException;
}

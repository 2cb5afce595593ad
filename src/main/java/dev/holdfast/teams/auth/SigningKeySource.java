package dev.holdfast.teams.auth;

import java.io.IOException;

/** Where the cloud publishes its keys. */
public interface SigningKeySource {

  /**
   * Reads all keys, on the calling thread.
   *
   * @throws IOException when the host doesn't respond in time, or none of its keys can be used
   */
  PublishedKeys read() throws IOException;
}

package dev.holdfast.teams.auth;

/**
 * A published key that Holdfast doesn't use.
 *
 * @param id the key's ID, or its place in the list if it has none
 * @param reason why it isn't used, a clause that follows the ID
 * @param expected whether it was never meant to sign tokens, such as a key for encryption
 */
public record RejectedKey(String id, String reason, boolean expected) {

  @Override
  public String toString() {
    return id + " " + reason;
  }
}

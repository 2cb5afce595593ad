package dev.holdfast.request;

import java.util.Locale;

/**
 * A person who asked or decided, or an application that asked.
 *
 * @param id the Entra object id, the only thing that identifies somebody; compare people by it
 *     alone. That of an application's service principal has {@code app:} before it, so that nobody
 *     takes one for the other
 * @param name as Teams showed it at the time
 */
public record Person(String id, String name) {

  /** Who acts when nobody did: time ran out, or the drive went on. */
  public static final Person HOLDFAST = new Person("holdfast", "Holdfast");

  private static final String APPLICATION = "app:";

  /**
   * An application that calls the HTTP API.
   *
   * @param objectId of its service principal
   */
  public static Person application(String objectId, String name) {
    return new Person(APPLICATION + objectId.toLowerCase(Locale.ROOT), name);
  }

  /** Whether an ID, as a policy or a request has it, is that of an application. */
  public static boolean namesApplication(String id) {
    return id.regionMatches(true, 0, APPLICATION, 0, APPLICATION.length());
  }

  /** Whether this is an application, which may ask and never decides. */
  public boolean actsAsApplication() {
    return namesApplication(id);
  }

  public boolean isSameAs(Person other) {
    return id.equalsIgnoreCase(other.id);
  }
}

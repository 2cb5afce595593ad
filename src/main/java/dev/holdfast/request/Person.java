package dev.holdfast.request;

/**
 * A person who asked or decided.
 *
 * @param id the Entra object id, the only thing that identifies somebody; compare people by it
 *     alone
 * @param name as Teams showed it at the time
 */
public record Person(String id, String name) {

  /** Who acts when nobody did: time ran out, or the drive went on. */
  public static final Person HOLDFAST = new Person("holdfast", "Holdfast");

  public boolean isSameAs(Person other) {
    return id.equalsIgnoreCase(other.id);
  }
}

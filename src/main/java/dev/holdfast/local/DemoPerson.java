package dev.holdfast.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The people of the demo tenant: those that the Agents Playground ships with. Every window knows
 * all six; Alex asks, Megan approves, and Adele does where she has a window.
 */
enum DemoPerson {
  ALEX("Alex", "Wilber"),
  MEGAN("Megan", "Bowen"),
  ADELE("Adele", "Vance"),
  ISAIAH("Isaiah", "Langer"),
  PATTI("Patti", "Fernandez"),
  LYNNE("Lynne", "Robbins");

  private final String givenName;
  private final String surname;

  DemoPerson(String givenName, String surname) {
    this.givenName = givenName;
    this.surname = surname;
  }

  String displayName() {
    return givenName + " " + surname;
  }

  /** The part of the person's chat and channel ids that tells them from other people's. */
  String handle() {
    return givenName.toLowerCase(Locale.ROOT);
  }

  PlaygroundConfigFile.User asUser() {
    String mail = handle() + "@example.com";
    return new PlaygroundConfigFile.User(
        "user-id-" + ordinal(),
        displayName(),
        mail,
        "00000000-0000-0000-0000-00000000002" + ordinal(),
        givenName,
        surname,
        mail);
  }

  List<DemoPerson> others() {
    return Arrays.stream(values()).filter(person -> person != this).toList();
  }
}

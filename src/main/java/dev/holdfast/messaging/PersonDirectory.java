package dev.holdfast.messaging;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What is known of people, most of all of those who have spoken to Holdfast. */
public interface PersonDirectory {

  /** Somebody who has spoken. */
  Optional<Known> find(String entraId);

  /** What somebody is called who need not have spoken. */
  default Optional<String> name(String entraId) {
    return find(entraId).map(Known::name);
  }

  /**
   * Those of these people with whom Holdfast has no chat: most likely they don't have the app.
   *
   * @param entraIds of people; the answer is in the same order
   */
  List<String> withoutChat(List<String> entraIds);

  /** How a card names these people to Teams, in the same order (facts B2). */
  List<String> teamsIds(List<String> entraIds);

  /**
   * Keeps the time zone that somebody has entered, for as long as their client doesn't say one. A
   * zone that is known already stays.
   */
  void zoneEntered(String entraId, ZoneId zone);

  /**
   * A person as last seen.
   *
   * @param zone empty while nobody has said it
   */
  record Known(String entraId, String name, Optional<ZoneId> zone) {}
}

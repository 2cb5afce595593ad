package dev.holdfast.notice;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What is known of the people who have spoken to Holdfast. */
public interface People {

  Optional<Known> find(String entraId);

  /** How a card names these people to Teams, in the same order (facts B2). */
  List<String> teamsIds(List<String> entraIds);

  /** A person as last seen. */
  record Known(String entraId, String name, ZoneId zone) {}
}

package dev.holdfast.notice;

import java.time.ZoneId;
import java.util.Optional;

/** What is known of the people who have spoken to Holdfast. */
public interface People {

  Optional<Known> find(String entraId);

  /** A person as last seen. */
  record Known(String entraId, String name, ZoneId zone) {}
}

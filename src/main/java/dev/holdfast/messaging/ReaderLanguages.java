package dev.holdfast.messaging;

import java.util.Locale;
import java.util.Optional;

/** In which language people and places read. */
public interface ReaderLanguages {

  /**
   * The language of whoever reads there: a person's own, in their chat and in what they alone see,
   * and elsewhere that of the place. It's the one that was chosen; otherwise a person's is that of
   * their client, and a place's is the setting {@code holdfast.language}. Always one that has a
   * catalog.
   */
  Locale of(Address address);

  /** What was chosen for them there; empty where nothing was. */
  Optional<Locale> chosen(Address address);

  /**
   * Chooses a language for a person, or for a conversation of several.
   *
   * @param language empty to leave it to the client or the setting again
   */
  void choose(Address address, Optional<Locale> language);
}

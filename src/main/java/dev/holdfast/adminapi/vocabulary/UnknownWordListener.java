package dev.holdfast.adminapi.vocabulary;

/** Learns of words that the service used and that no page about it shows. */
@FunctionalInterface
public interface UnknownWordListener {

  /** Forgets them. */
  UnknownWordListener NOBODY = (place, value) -> {};

  /**
   * Called on the thread that reads an answer; what it throws is logged and changes nothing.
   *
   * @param place where it was met, such as {@code BAP environment: properties.environmentSku}
   * @param value the word, or in brackets what was there instead, such as {@code (object)}; never a
   *     name or a free text
   */
  void met(String place, String value);
}

package dev.holdfast.message;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The language of whoever reads what this thread is composing, for as long as it does. Whoever
 * knows the reader sets it: a turn, a reply, the delivery of a message. Outside of these it's
 * English. Stored texts don't ask for it.
 */
public final class ReaderLanguage {

  private static final ThreadLocal<Locale> CURRENT =
      ThreadLocal.withInitial(() -> MessageCatalog.COMPLETE);

  private ReaderLanguage() {}

  /** One that has a catalog. */
  public static Locale current() {
    return CURRENT.get();
  }

  /**
   * Composes something for a reader.
   *
   * @param wanted in English where it has no catalog
   */
  public static <T> T in(Locale wanted, Supplier<T> composed) {
    Locale before = CURRENT.get();
    CURRENT.set(MessageCatalog.shared().language(wanted));
    try {
      return composed.get();
    } finally {
      if (before.equals(MessageCatalog.COMPLETE)) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** The same without a result. */
  public static void in(Locale wanted, Runnable composed) {
    in(
        wanted,
        () -> {
          composed.run();
          return Optional.empty();
        });
  }
}

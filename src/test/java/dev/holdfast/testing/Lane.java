package dev.holdfast.testing;

import java.util.List;
import java.util.stream.Stream;

/**
 * The part of the tests that runs. {@code mvn test} runs what needs neither PostgreSQL nor other
 * processes, {@code mvn verify} the rest too; outside of Maven there is one lane with everything.
 */
public final class Lane {

  private static final boolean QUICK = Boolean.getBoolean("tests.quick");
  private static final String DATABASES = System.getProperty("tests.databases", "");

  private Lane() {}

  /** What a class with {@link EachDatabase} runs on. */
  static List<Databases> databases() {
    return Stream.of(Databases.values())
        .filter(one -> DATABASES.isEmpty() || DATABASES.equals(one.name()))
        .toList();
  }

  /**
   * To be called before something starts that {@code mvn test} does without.
   *
   * @param tag of the tests that need it
   */
  public static void requires(String tag) {
    if (QUICK) {
      throw new IllegalStateException(
          "mvn test starts nothing like this. The test class needs @Tag(\"" + tag + "\").");
    }
  }
}

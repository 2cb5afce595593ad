package dev.holdfast.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of the tests that runs. {@code mvn test} runs what needs neither the whole of Holdfast
 * nor PostgreSQL nor other processes, and takes no load; {@code mvn verify} runs the rest too;
 * outside of Maven there is one lane with everything.
 */
public final class Lane {

  /** Of tests in which the whole of Holdfast is started, on a port of its own. */
  public static final String APPLICATION = "application";

  /** Of tests that do one thing thousands of times, for many seconds. */
  public static final String LOAD = "load";

  private static final boolean QUICK = Boolean.getBoolean("tests.quick");
  private static final String DATABASES = System.getProperty("tests.databases", "");

  private Lane() {}

  /**
   * What a class with {@link EachDatabase} runs on: in {@code mvn test} on H2, in the rest of
   * {@code mvn verify} on PostgreSQL, and if {@code mvn test} leaves the class out, on both.
   *
   * @param tags of the class
   */
  static List<Databases> databases(Set<String> tags) {
    return Stream.of(Databases.values())
        .filter(
            one ->
                DATABASES.isEmpty() || DATABASES.equals(one.name()) || tags.contains(APPLICATION))
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

package dev.holdfast.testing.plans;

import java.util.List;
import java.util.regex.Pattern;

/** Which methods of Holdfast are running. */
final class Callers {

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

  private Callers() {}

  /** As {@code Class#method}, the innermost first; a lambda counts as its method. */
  static List<String> current() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> isOfHoldfast(frame.getClassName()))
                    .map(frame -> name(frame.getClassName(), frame.getMethodName()))
                    .distinct()
                    .toList());
  }

  private static boolean isOfHoldfast(String className) {
    return className.startsWith("dev.holdfast.")
            && !className.startsWith("dev.holdfast.testing.")
            && !className.contains("$$")
        || className.startsWith("com.github.kagkarlsson.scheduler.jdbc.");
  }

  static String name(String className, String method) {
    return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1)
        + "#"
        + LAMBDA.matcher(method).replaceAll("$1");
  }
}

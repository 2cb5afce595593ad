package dev.holdfast.adminapi.bap;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages of a list of environments that is too long for a file. */
final class ManyEnvironments {

  private ManyEnvironments() {}

  /**
   * @param next the link to the next page; empty on the last
   */
  static byte[] page(int number, int size, String next) {
    String value =
        IntStream.range((number - 1) * size, number * size)
            .mapToObj(ManyEnvironments::environment)
            .collect(Collectors.joining(","));
    String link = next.isEmpty() ? "" : ",\"nextLink\":\"" + next + "\"";
    return ("{\"value\":[" + value + "]" + link + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static String environment(int number) {
    return """
    {"name":"00000000-0000-0000-0000-%012d","location":"europe",
     "properties":{"displayName":"Environment %d","environmentSku":"Sandbox"}}\
    """
        .formatted(number, number);
  }
}

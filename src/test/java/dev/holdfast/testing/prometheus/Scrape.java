package dev.holdfast.testing.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was collected at one moment.
 *
 * @param samples by name, and then by labels
 */
public record Scrape(Map<String, Map<Map<String, String>, Double>> samples) {

  /** Nothing answered. */
  public static final Scrape NOTHING = new Scrape(Map.of());

  private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Reads the text format. */
  public static Scrape of(String text) {
    Map<String, Map<Map<String, String>, Double>> samples = new LinkedHashMap<>();
    SAMPLE
        .matcher(text)
        .results()
        .forEach(
            line ->
                samples
                    .computeIfAbsent(line.group(1), name -> new LinkedHashMap<>())
                    .put(labels(line), Double.valueOf(line.group(3).replace("Inf", "Infinity"))));
    return new Scrape(samples);
  }

  private static Map<String, String> labels(MatchResult line) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (line.group(2) != null) {
      LABEL
          .matcher(line.group(2))
          .results()
          .forEach(label -> labels.put(label.group(1), label.group(2)));
    }
    return labels;
  }

  /** Empty where nobody has measured it. */
  public Map<Map<String, String>, Double> named(String name) {
    return samples.getOrDefault(name, Map.of());
  }
}

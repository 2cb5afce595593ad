package dev.holdfast.testing.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of PromQL: what the alert rules of {@code deploy/observability} are written in. Anything
 * else fails, and is to be added here with what Prometheus makes of it.
 *
 * <p>A range is what happened between two scrapes, which are taken for that far apart. As in
 * Prometheus, what wasn't measured before hasn't increased.
 */
public final class Expression {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"[^\"]*\"|[A-Za-z_]\\w*|\\d[\\d.]*[smhd]?|>=|=~|[(){}\\[\\],*>=])\\s*");

  private static final Map<Character, Duration> UNITS =
      Map.of(
          's', Duration.ofSeconds(1),
          'm', Duration.ofMinutes(1),
          'h', Duration.ofHours(1),
          'd', Duration.ofDays(1));

  private final Scrape before;
  private final Scrape now;
  private final List<String> tokens;
  private int next;

  private Expression(String text, Scrape before, Scrape now) {
    this.before = before;
    this.now = now;
    this.tokens = tokens(text);
  }

  /** Numbers by their labels. A constant is its own record, because it's compared with each. */
  private record Value(Map<Map<String, String>, Double> numbers, boolean constant) {

    static Value of(Map<Map<String, String>, Double> numbers) {
      return new Value(numbers, false);
    }

    static Value constant(double number) {
      return new Value(Map.of(Map.of(), number), true);
    }

    Double at(Map<String, String> labels) {
      return numbers.get(constant ? Map.of() : labels);
    }
  }

  /** Whether an alert with this expression is pending or fires now. */
  public static boolean holds(String text, Scrape before, Scrape now) {
    Expression expression = new Expression(text, before, now);
    Value value = expression.unless();
    if (expression.next < expression.tokens.size()) {
      throw expression.unknown();
    }
    return !value.numbers().isEmpty();
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(text);
    int end = 0;
    while (found.find() && found.start() == end) {
      tokens.add(found.group(1));
      end = found.end();
    }
    if (end < text.length()) {
      throw new AssertionError("Not understood: " + text.substring(end));
    }
    return tokens;
  }

  private Value unless() {
    Value left = compared();
    while (took("unless")) {
      left = kept(left, compared(), (number, other) -> other == null);
    }
    return left;
  }

  private Value compared() {
    Value left = product();
    if (took(">=")) {
      return kept(left, product(), (number, other) -> other != null && number >= other);
    }
    return took(">")
        ? kept(left, product(), (number, other) -> other != null && number > other)
        : left;
  }

  private static Value kept(Value left, Value right, BiPredicate<Double, Double> wanted) {
    Map<Map<String, String>, Double> kept = new LinkedHashMap<>();
    left.numbers()
        .forEach(
            (labels, number) -> {
              if (wanted.test(number, right.at(labels))) {
                kept.put(labels, number);
              }
            });
    return Value.of(kept);
  }

  /** A constant comes first. */
  private Value product() {
    Value left = primary();
    if (!left.constant() || !took("*")) {
      return left;
    }
    Map<Map<String, String>, Double> numbers = new LinkedHashMap<>();
    primary().numbers().forEach((labels, number) -> numbers.put(labels, left.at(labels) * number));
    return Value.of(numbers);
  }

  private Value primary() {
    String word = take();
    if (Character.isDigit(word.charAt(0))) {
      return Value.constant(Double.parseDouble(word));
    }
    return switch (word) {
      case "sum" -> aggregated(Double::sum, 0);
      case "count" -> aggregated((count, number) -> count + 1, 0);
      // What is NaN is no maximum, unless there is nothing else.
      case "max" -> aggregated((a, b) -> Double.isNaN(a) || b > a ? b : a, Double.NaN);
      case "absent" -> absent();
      case "increase" -> ranged(false);
      case "rate" -> ranged(true);
      default -> Value.of(selected(word).of(now));
    };
  }

  private Value absent() {
    expect("(");
    Value value = unless();
    expect(")");
    return value.numbers().isEmpty() ? Value.constant(1) : Value.of(Map.of());
  }

  private Value ranged(boolean perSecond) {
    expect("(");
    Selection selection = selected(take());
    expect("[");
    double range = seconds(take());
    expect("]");
    expect(")");
    double divisor = perSecond ? range : 1;
    Map<Map<String, String>, Double> earlier = selection.of(before);
    Map<Map<String, String>, Double> increased = new LinkedHashMap<>();
    selection
        .of(now)
        .forEach(
            (labels, number) -> {
              if (earlier.containsKey(labels)) {
                increased.put(labels, (number - earlier.get(labels)) / divisor);
              }
            });
    return Value.of(increased);
  }

  private Value aggregated(DoubleBinaryOperator together, double first) {
    Set<String> by = took("by") ? names() : Set.of();
    expect("(");
    Value value = unless();
    expect(")");
    Map<Map<String, String>, Double> groups = new LinkedHashMap<>();
    value
        .numbers()
        .forEach(
            (labels, number) -> {
              Map<String, String> group = new LinkedHashMap<>(labels);
              group.keySet().retainAll(by);
              groups.put(group, together.applyAsDouble(groups.getOrDefault(group, first), number));
            });
    return Value.of(groups);
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    expect("(");
    do {
      names.add(take());
    } while (took(","));
    expect(")");
    return names;
  }

  /**
   * A metric with conditions.
   *
   * @param conditions by label; each has to match as a whole
   */
  private record Selection(String name, Map<String, Pattern> conditions) {

    Map<Map<String, String>, Double> of(Scrape scrape) {
      Map<Map<String, String>, Double> found = new LinkedHashMap<>(scrape.named(name));
      found
          .keySet()
          .removeIf(
              labels ->
                  conditions.entrySet().stream()
                      .anyMatch(
                          one ->
                              !one.getValue()
                                  .matcher(labels.getOrDefault(one.getKey(), ""))
                                  .matches()));
      return found;
    }
  }

  private Selection selected(String name) {
    if (!name.startsWith("holdfast_")) {
      throw unknown();
    }
    Map<String, Pattern> conditions = new LinkedHashMap<>();
    if (took("{")) {
      do {
        String label = take();
        boolean literal = take().equals("=");
        String value = take().replace("\"", "");
        conditions.put(
            label, literal ? Pattern.compile(value, Pattern.LITERAL) : Pattern.compile(value));
      } while (took(","));
      expect("}");
    }
    return new Selection(name, conditions);
  }

  private static double seconds(String range) {
    int last = range.length() - 1;
    return Double.parseDouble(range.substring(0, last)) * UNITS.get(range.charAt(last)).toSeconds();
  }

  private boolean took(String token) {
    boolean there = next < tokens.size() && tokens.get(next).equals(token);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!took(token)) {
      throw unknown();
    }
  }

  private String take() {
    if (next == tokens.size()) {
      throw unknown();
    }
    return tokens.get(next++);
  }

  private AssertionError unknown() {
    return new AssertionError("Not understood at token " + next + " of " + tokens);
  }
}

package dev.holdfast.card.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes expressions and templates from the grammar, most of them right and some of them not. */
final class RandomTemplates {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> FUNCTIONS = FunctionNames.SUPPORTED;
  private static final String[] OPERATORS = "+ - * / % ^ == != <> < <= > >= && || ?? &".split(" ");
  private static final String[] NAMES =
      "two s yes nothing missing list obj people names nested half stamp $root $data $index $host x"
          .split(" ");
  private static final String[] LITERALS = {
    "0",
    "1",
    "2.5",
    "-1",
    "'a'",
    "\"b\"",
    "''",
    "true",
    "false",
    "null",
    "undefined",
    "[]",
    "{}",
    "'2018-03-15T13:00:00.000Z'",
    "'yyyy-MM-dd'",
    "'de-DE'",
    "'Day'",
    "'Europe/Berlin'",
    "'(a|b)*c'",
    "999999999999999999999",
    "'\\u00e9\\ud83d'",
    "'x.y'",
    "0.0000001"
  };
  private static final String NOISE = "()[]{}'\"`$\\.,:?!&|<>=+-*/%^#@~ \n\tax0é\ud83d";

  private final Random random;

  RandomTemplates(long seed) {
    this.random = new Random(seed);
  }

  private <T> T any(T[] from) {
    return from[random.nextInt(from.length)];
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  String expression(int depth) {
    var right = rightExpression(depth);
    if (!oneIn(12)) {
      return right;
    }
    int at = random.nextInt(right.length() + 1);
    var noise = String.valueOf(NOISE.charAt(random.nextInt(NOISE.length())));
    return right.substring(0, at)
        + noise
        + right.substring(Math.min(right.length(), at + random.nextInt(3)));
  }

  private String rightExpression(int depth) {
    if (depth == 0) {
      return oneIn(2) ? any(NAMES) : any(LITERALS);
    }
    int d = depth - 1;
    return switch (random.nextInt(12)) {
      case 0 -> expression(d) + " " + any(OPERATORS) + " " + expression(d);
      case 1 -> "(" + expression(d) + ")";
      case 2 -> (oneIn(2) ? "!" : "-") + expression(d);
      case 3 -> expression(d) + " ? " + expression(d) + " : " + expression(d);
      case 4 -> expression(d) + "[" + expression(d) + "]";
      case 5 -> expression(d) + "." + any(NAMES);
      case 6 -> "`a ${" + expression(d) + "} b`";
      case 7 -> "{a: " + expression(d) + ", 'b c': " + expression(d) + "}";
      case 8 ->
          any(new String[] {"foreach", "where", "select", "any", "all"})
              + "("
              + expression(d)
              + ", x => "
              + expression(d)
              + ")";
      default -> FUNCTIONS.get(random.nextInt(FUNCTIONS.size())) + "(" + arguments(d) + ")";
    };
  }

  private String arguments(int depth) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> expression(depth))
        .collect(Collectors.joining(", "));
  }

  JsonNode template(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 5)) {
      case 0 -> JSON.stringNode("${" + expression(2) + "}");
      case 1 -> JSON.stringNode("a ${" + expression(2) + "} b " + expression(1) + "${");
      case 2 -> {
        var list = JSON.arrayNode();
        IntStream.range(0, random.nextInt(4)).forEach(i -> list.add(template(depth - 1)));
        yield list;
      }
      default -> object(depth);
    };
  }

  private JsonNode object(int depth) {
    var object = JSON.objectNode();
    if (oneIn(2)) {
      object.set(
          "$data", oneIn(4) ? template(depth - 1) : JSON.stringNode("${" + any(NAMES) + "}"));
    }
    if (oneIn(3)) {
      object.set(
          "$when", oneIn(4) ? template(depth - 1) : JSON.stringNode("${" + expression(2) + "}"));
    }
    IntStream.range(0, random.nextInt(4)).forEach(i -> object.set("p" + i, template(depth - 1)));
    return object;
  }

  /** Data with the names that the expressions use, of any type. */
  JsonNode data(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> JSON.numberNode(random.nextInt(5) - 1);
      case 1 -> JSON.numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(30) - 5));
      case 2 ->
          JSON.stringNode(oneIn(3) ? "${two + 2}" : oneIn(2) ? any(LITERALS) : "aaaaaaaaaaaaaaaab");
      case 3 -> JSON.booleanNode(random.nextBoolean());
      case 4 -> JSON.nullNode();
      case 5 -> {
        var list = JSON.arrayNode();
        IntStream.range(0, random.nextInt(5)).forEach(i -> list.add(data(depth - 1)));
        yield list;
      }
      default -> {
        var object = JSON.objectNode();
        for (var name : NAMES) {
          if (!oneIn(4)) {
            object.set(name, data(depth - 1));
          }
        }
        yield object;
      }
    };
  }
}

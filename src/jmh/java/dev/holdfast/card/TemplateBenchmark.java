package dev.holdfast.card;

import dev.holdfast.card.engine.Template;
import dev.holdfast.card.engine.TemplateFunction;
import dev.holdfast.card.engine.value.ExpansionContext;
import dev.holdfast.card.view.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the engine takes once it is warm, on what {@code src/test/node/template/bench.js} gives
 * the reference.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class TemplateBenchmark {
  private static final Path LIST = Path.of("src/test/node/template/list.json");
  static final Path CARDS = Path.of("target/benchmark/templates.json");

  /** The cards' own functions cost what they cost, whichever engine calls them: here they do nothing. */
  private static final TemplateFunction FIRST = (arguments, host) -> arguments.get(0);

  static final Map<String, TemplateFunction> OWN =
      Map.of("t", FIRST, "md", FIRST, "cut", FIRST, "line", FIRST);

  static final ExpansionContext HOST = ExpansionContext.of(Locale.ENGLISH, ZoneOffset.UTC, Clock.systemUTC());

  private record Bound(Template template, JsonNode data) {
    JsonNode expand() {
      return template.expand(data, HOST).json();
    }
  }

  private final List<Bound> cards = new ArrayList<>();
  private Bound list;

  /** Compiles the templates and makes the data, neither of which is measured. */
  @Setup
  public void prepare() throws IOException {
    var json = JsonMapper.shared().readTree(Files.readString(CARDS));
    var templates = new HashMap<String, Template>();
    for (var card : json.properties()) {
      templates.put(card.getKey(), Template.parse(card.getKey(), card.getValue(), OWN));
    }
    for (var view : Samples.all().values()) {
      cards.add(new Bound(templates.get(view.template()), ViewSerializer.of(view)));
    }
    list = new Bound(Template.parse("list.json", Files.readString(LIST)), listData());
  }

  /** Every sample of every card, once. */
  @Benchmark
  public void cards(Blackhole out) {
    cards.forEach(card -> out.consume(card.expand()));
  }

  /** A list of 500 elements. */
  @Benchmark
  public JsonNode list() {
    return list.expand();
  }

  static JsonNode listData() {
    var data = JsonMapper.shared().createObjectNode();
    var jobs = data.put("limit", 40).putArray("jobs");
    for (int i = 0; i < 500; i++) {
      var job = jobs.addObject().put("name", "Environment " + i).put("size", i * 7 % 100 + 0.5);
      job.put("state", i % 3 == 0 ? "failed" : "done").put("started", "2026-03-05T09:08:07.006Z");
    }
    return data;
  }
}

package dev.holdfast.card;

import dev.holdfast.card.view.Samples;
import dev.holdfast.card.TemplateBenchmark;
import dev.holdfast.card.TemplateLoader;
import dev.holdfast.card.ViewSerializer;


import dev.holdfast.card.engine.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how many milliseconds a new JVM needs to compile all cards and to expand each of their
 * samples once. Finding the files, reading JSON and making the samples are not counted: they are
 * not the engine's.
 */
final class ColdStart {
  private ColdStart() {}

  /**
   * With two arguments, writes the samples and the templates there for the reference, and measures
   * nothing.
   */
  public static void main(String[] arguments) throws IOException {
    var input = JsonMapper.shared().createObjectNode();
    var cards = input.putArray("cards");
    for (var view : Samples.all().values()) {
      cards.addObject().put("template", view.template()).set("data", ViewSerializer.of(view));
    }
    if (arguments.length > 0) {
      input.set("list", TemplateBenchmark.listData());
      Files.writeString(Path.of(arguments[0]), input.toString());
      var templates = JsonMapper.shared().createObjectNode();
      templates.setAll(TemplateLoader.whole(TemplateBenchmark.HOST));
      Files.writeString(Path.of(arguments[1]), templates.toString());
      return;
    }
    var json = JsonMapper.shared().readTree(Files.readString(TemplateBenchmark.CARDS));

    var start = System.nanoTime();
    var templates = new HashMap<String, Template>();
    for (var card : json.properties()) {
      var template = Template.parse(card.getKey(), card.getValue(), TemplateBenchmark.OWN);
      templates.put(card.getKey(), template);
    }
    for (var card : cards) {
      var template = templates.get(card.get("template").asString());
      template.expand(card.get("data"), TemplateBenchmark.HOST);
    }
    System.out.println((System.nanoTime() - start) / 1_000_000);
  }
}

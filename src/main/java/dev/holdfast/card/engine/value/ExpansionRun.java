package dev.holdfast.card.engine.value;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One expansion: its host, how much work it may still do, and what it warned of. */
public final class ExpansionRun {
  private final String fileName;
  private final ExpansionContext host;
  private final Set<String> warnings = new LinkedHashSet<>();
  private String pointer = "";
  private @Nullable Map<JsonNode, JsonNode> assigned;
  private long work = EngineLimits.WORK;

  public ExpansionRun(String fileName, ExpansionContext host) {
    this.fileName = fileName;
    this.host = host;
  }

  public ExpansionContext host() {
    return host;
  }

  /** From here on, warnings and failures are about the string at this pointer. */
  public void at(String pointer) {
    this.pointer = pointer;
    assigned = null;
  }

  /** From here to the end of the string, these data are seen in place of those. */
  public void see(JsonNode data, JsonNode instead) {
    if (assigned == null) {
      assigned = new IdentityHashMap<>();
    }
    assigned.put(data, instead);
  }

  public JsonNode seen(JsonNode data) {
    return assigned == null ? data : assigned.getOrDefault(data, data);
  }

  /**
   * Pays for work before it is done: a value computed, a list element visited, a character written.
   * Counting instead of timing makes the bound the same on every machine.
   */
  public void spend(long units) {
    work -= units;
    if (work < 0) {
      throw failure(
          "the expansion is too large: it needs more than " + EngineLimits.WORK + " steps");
    }
  }

  /** Pays for looking for one text in another, which is slow where both are long and alike. */
  public void spendOnSearch(String text, String part) {
    spend(1 + (long) text.length() * part.length() / 256);
  }

  /** Stops at values so deep that going on might overflow the stack. */
  public void descend(int depth) {
    spend(1);
    if (depth > EngineLimits.JSON_DEPTH) {
      throw failure("a value is nested more than " + EngineLimits.JSON_DEPTH + " deep");
    }
  }

  public void warn(String sentence) {
    if (warnings.size() < EngineLimits.WARNINGS) {
      warnings.add(fileName + "#" + pointer + ": " + sentence);
    }
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  public ExpansionException failure(String sentence) {
    return new ExpansionException(fileName, pointer, sentence);
  }
}

package dev.holdfast.card.engine;

import dev.holdfast.card.engine.value.ExpansionContext;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A function of your own that templates may call. It must be pure and safe for any thread. */
@FunctionalInterface
public interface TemplateFunction {

  /**
   * Computes the function.
   *
   * @param arguments in order; one that has no value is a {@code MissingNode}. Never change them.
   * @return the value, or a {@code MissingNode} for none
   * @throws RuntimeException if the arguments do not fit; its message becomes the engine's, and it
   *     degrades as an error of a built-in function does
   */
  JsonNode call(List<JsonNode> arguments, ExpansionContext host);

  /**
   * Prepares one call of the function when the template is loaded, so that wrong constants are
   * refused then and work that depends on nothing else is done once.
   *
   * @param constants the arguments in order; one that is computed is a {@code MissingNode}
   * @return the function that this call runs
   * @throws IllegalArgumentException if the function can't be called so, whatever the data; the
   *     template is refused with its message
   */
  default TemplateFunction prepare(List<JsonNode> constants) {
    return this;
  }
}

package dev.holdfast.card.template;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A function or operator of the language, or one of the caller's own. */
record Function(String name, Signature signature, Maker maker) {

  /**
   * Makes the body for one call in a template, once, with whatever its arguments let it prepare.
   */
  @FunctionalInterface
  interface Maker {
    Body make(List<Expression> arguments);
  }

  /** Computes the function from its unevaluated arguments, of which it may leave some alone. */
  @FunctionalInterface
  interface Body {
    JsonNode evaluate(List<Expression> arguments, Scope scope);
  }
}

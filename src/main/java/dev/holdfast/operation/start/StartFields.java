package dev.holdfast.operation.start;

import dev.holdfast.card.view.Choice;
import java.util.List;

/**
 * The inputs of a form that say when it's to start.
 *
 * @param text such as {@code 2026-12-24 22:00 UTC+01:00}; empty for as soon as possible
 * @param grace the value of one of the choices
 * @param graces how long it may still start
 */
public record StartFields(String text, String grace, List<Choice> graces) {

  public StartFields {
    graces = List.copyOf(graces);
  }
}

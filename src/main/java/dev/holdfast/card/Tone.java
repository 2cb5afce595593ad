package dev.holdfast.card;

/** How a line is meant. A card never says it by colour alone: each tone has a mark of its own. */
public enum Tone {
  GOOD("good", "good", "✓"),
  ATTENTION("warning", "warning", "!"),
  BAD("attention", "attention", "✕"),
  NEUTRAL("default", "emphasis", "•");

  private final String color;
  private final String style;
  private final String mark;

  Tone(String color, String style, String mark) {
    this.color = color;
    this.style = style;
    this.mark = mark;
  }

  /** The Adaptive Cards colour of a text. */
  public String color() {
    return color;
  }

  /** The Adaptive Cards style of a container. */
  public String style() {
    return style;
  }

  /** The sign that stands before the line. */
  public String mark() {
    return mark;
  }
}

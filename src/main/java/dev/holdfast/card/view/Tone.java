package dev.holdfast.card.view;

/** How a line is meant. A card never says it by colour alone: each tone has a mark of its own. */
public enum Tone {
  GOOD("good", "default", "good", "✓"),
  ATTENTION("default", "default", "warning", "!"),
  BAD("attention", "attention", "attention", "✕"),
  NEUTRAL("default", "default", "emphasis", "•"),
  /** Under way: nothing to do but wait. */
  ONGOING("accent", "accent", "accent", "▸");

  private final String color;
  private final String text;
  private final String style;
  private final String mark;

  Tone(String color, String text, String style, String mark) {
    this.color = color;
    this.text = text;
    this.style = style;
    this.mark = mark;
  }

  /** The Adaptive Cards colour of the mark. */
  public String color() {
    return color;
  }

  /**
   * The Adaptive Cards colour of a text. Older clients draw good and warning too pale to read on
   * white, so these only colour marks and grounds.
   */
  public String text() {
    return text;
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

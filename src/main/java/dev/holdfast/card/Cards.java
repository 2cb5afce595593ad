package dev.holdfast.card;

public class Cards {
  public Card render(CardView view) {
    throw new UnsupportedOperationException();
  }
}

package dev.holdfast.operation.mode;

/** What a request changes, in the words of the messages about it. */
enum AdminModeChange {
  OFF("off"),
  ON("on"),
  ON_WITHOUT_BACKGROUND("onWithoutBackground"),
  /** The mode is on already, and stays so. */
  BACKGROUND_ON("backgroundOn"),
  /** The mode is on already, and stays so. */
  BACKGROUND_OFF("backgroundOff");

  private final String word;

  AdminModeChange(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}

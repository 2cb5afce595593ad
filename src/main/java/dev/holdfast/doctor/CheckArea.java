package dev.holdfast.doctor;

/** Which part of the house a check is about. */
public enum CheckArea {
  ADMIN_API("Power Platform admin API"),
  TEAMS("Microsoft Teams"),
  DATABASE("Database"),
  HOLDFAST("Holdfast itself");

  private final String title;

  CheckArea(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

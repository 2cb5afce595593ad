package dev.holdfast.bot.command;

/**
 * What help says of a command. Commands with the same title share a topic.
 *
 * @param order decides the place among the topics, and that of the example within a topic
 * @param title code of a message
 * @param purpose code of the message that says what the commands of the topic do
 * @param example can be typed as it stands; several are separated by a comma
 */
public record HelpTopic(int order, String title, String purpose, String example) {

  /** The topic for another command that belongs to it. */
  public HelpTopic with(int order, String example) {
    return new HelpTopic(order, title, purpose, example);
  }
}

package dev.holdfast.chat.doctor;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.support.BuildVersion;
import java.util.List;

/**
 * What the doctor found.
 *
 * @param verdict the whole of it in a sentence
 * @param examined when it was looked at
 * @param groups what belongs together, the worst first
 * @param build what looked
 */
public record DoctorView(
    Tone tone, String verdict, String examined, List<Group> groups, BuildVersion build)
    implements CardView {

  /**
   * One part of the house.
   *
   * @param open what can be fixed, the worst first
   * @param rest what is well or was not looked at: remedy and command are not shown
   */
  public record Group(String title, List<Line> open, List<Line> rest) {}

  /**
   * One finding.
   *
   * @param name what was looked at, in a word or two
   * @param sentence what was found
   * @param remedy how it is fixed, or who runs the command; may be empty
   * @param command to be copied; may be empty
   */
  public record Line(Tone mark, String name, String sentence, String remedy, String command) {}

  @Override
  public String template() {
    return "doctor";
  }

  @Override
  public Message summary() {
    return Message.plain(verdict);
  }
}

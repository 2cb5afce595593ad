package dev.holdfast.operation.draft;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A form about one environment that is submitted at once, without a review. */
public interface DirectForm {

  /** Its field that says that it was shown as one of a rehearsal. */
  String REHEARSAL = "rehearsal";

  /**
   * The form, filled in.
   *
   * @param errors what is wrong, by the id of the input that it is about
   * @param among the environments to choose from; all when there are none among them
   */
  Card form(
      Map<String, String> data,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors,
      List<EnvironmentProfile> among);

  /**
   * The form from what is in memory; empty when nothing is wrong with it or the environments
   * weren't read yet.
   */
  Optional<Card> formInMemory(Map<String, String> data, ChatUser who, Map<String, Message> errors);

  /** Which environment was chosen or typed. */
  EnvironmentInput source(Map<String, String> data, ChatUser who);

  /** The same from memory; empty when that leaves a doubt. */
  Optional<EnvironmentInput> sourceInMemory(Map<String, String> data, ChatUser who);

  /** What is wrong with what was filled in, by input. */
  Map<String, Message> objections(Map<String, String> data);

  /** Whether it asks when it's to start. */
  default boolean canBePlanned() {
    return false;
  }

  /** Whether it asks how often it's to be done. */
  default boolean canBeRepeated() {
    return false;
  }

  /**
   * Checks what is asked for against the environment as it is now.
   *
   * @param data of a form that is complete
   */
  CheckedOrder check(Map<String, String> data);

  /**
   * What a form says of itself when it's sent.
   *
   * @param data with which it's filled in
   * @param rehearsal whether it's shown as one of a rehearsal
   */
  static Map<String, String> submitted(Map<String, String> data, boolean rehearsal) {
    String draft = data.getOrDefault("draft", UUID.randomUUID().toString());
    return rehearsal || isRehearsal(data)
        ? Map.of("draft", draft, REHEARSAL, "true")
        : Map.of("draft", draft);
  }

  /** Whether the form was shown as one of a rehearsal. Who forges that can only start less. */
  static boolean isRehearsal(Map<String, String> data) {
    return data.getOrDefault(REHEARSAL, "").equals("true");
  }
}

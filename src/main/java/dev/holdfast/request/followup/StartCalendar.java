package dev.holdfast.request.followup;

import dev.holdfast.request.Request;
import java.util.Optional;

/** When a request may start by the windows and freezes that are planned. */
public interface StartCalendar {

  /** What keeps a request from its next start now; empty when nothing does. */
  Optional<StartObstacle> obstacle(Request request);

  /**
   * Writes down what a request passes because it's an emergency. To be called just before its start
   * is stored, in the transaction of that.
   */
  void noteStart(Request request);
}

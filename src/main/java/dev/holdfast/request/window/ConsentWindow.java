package dev.holdfast.request.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a consent's rule says about time.
 *
 * @param reserve Entra object IDs of those who may approve, too, once it has escalated; without the
 *     requester
 */
public record ConsentWindow(
    ApprovalWindow timing,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reserve,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean escalated) {

  public ConsentWindow {
    reserve = reserve == null ? List.of() : List.copyOf(reserve);
  }

  /** The same once it has escalated. */
  public ConsentWindow afterEscalation() {
    return new ConsentWindow(timing, reserve, true);
  }

  /** The same with those whom the policy names now. */
  public ConsentWindow with(List<String> people) {
    return new ConsentWindow(timing, people, escalated);
  }
}

package dev.holdfast.execution.guard;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.request.StepTransitions;
import java.util.Arrays;
import java.util.Optional;

/**
 * To which admin API a call goes: the one that listed the operations before it. What a call has
 * started is looked for there only, because the other may list under other IDs what was there
 * before.
 */
public final class CallRoute {

  private CallRoute() {}

  public static AdminApi of(StepTransitions call, AdminApi api) {
    return api.through(call.attempts().flavor().flatMap(CallRoute::flavor));
  }

  private static Optional<AdminApiFlavor> flavor(String name) {
    return Arrays.stream(AdminApiFlavor.values())
        .filter(flavor -> flavor.name().equals(name))
        .findFirst();
  }
}

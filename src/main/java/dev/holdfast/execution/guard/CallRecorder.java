package dev.holdfast.execution.guard;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApi.CallGuard;
import dev.holdfast.adminapi.AdminApi.OutgoingCall;
import dev.holdfast.operation.Operation;

/**
 * Has an order made up to where it would be sent, and stops it there: by a guard that lets nothing
 * pass, whatever the settings say.
 */
public final class CallRecorder {

  private CallRecorder() {}

  /** The call that was stopped. */
  private static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OutgoingCall call;

    private StoppedException(OutgoingCall call) {
      super("This call is only rehearsed.", null, false, false);
      this.call = call;
    }
  }

  /** What an operation would send. Throws what the admin API throws. */
  public static OutgoingCall record(Operation<?> operation, AdminApi api) {
    AdminApi.Route route = operation.route(api);
    try {
      operation.start(api.through(route.flavor()).guardedBy(STOP));
    } catch (StoppedException e) {
      return e.call;
    }
    throw new IllegalStateException(
        "The call for %s wasn't stopped in a rehearsal".formatted(operation.spec().kind()));
  }

  private static final CallGuard STOP =
      new CallGuard() {
        @Override
        public void check() {
          check(new OutgoingCall("", "", ""));
        }

        @Override
        public void check(OutgoingCall call) {
          throw new StoppedException(call);
        }
      };
}

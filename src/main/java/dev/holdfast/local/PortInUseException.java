package dev.holdfast.local;

/** A window's port is held by a program that this Holdfast did not start. */
final class PortInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int port;
  private final String holder;

  PortInUseException(int port, String holder) {
    super("Port " + port + " is held by " + holder + ".");
    this.port = port;
    this.holder = holder;
  }

  int port() {
    return port;
  }

  String holder() {
    return holder;
  }
}

package dev.holdfast.entra;

/** Learns that Microsoft Entra ID was asked for a token and gave none. */
public interface TokenFailureListener {

  TokenFailureListener NOBODY = (settings, mender) -> {};

  /**
   * @param settings where the application is configured, such as {@code holdfast.admin-api}
   * @param mender who can fix it
   */
  void failed(String settings, EntraException.Mender mender);
}

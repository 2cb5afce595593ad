package dev.holdfast.teams.auth;

import java.util.Locale;

/** Why a call was turned away. The caller learns the status only. */
public enum RejectionReason {
  NO_TOKEN(401, "it carries no token"),
  SIGNATURE(401, "its token is malformed, or not signed by a key of this cloud"),
  ISSUER(401, "its token is not from this cloud's Bot Framework"),
  AUDIENCE(401, "its token is for another bot"),
  TIME(401, "its token is not valid now, or does not say until when it is"),
  ENDORSEMENT(403, "the key of its token does not stand for Teams"),
  CHANNEL(403, "it does not come from Teams"),
  SERVICE_URL(403, "its token names another service URL than its activity"),
  HOST(403, "its service URL is not on a host of this cloud"),
  TENANT(403, "it comes from a tenant that is not allowed"),
  KEYS(503, "its token can't be checked now, because the signing keys can't be read"),
  NOT_ALLOWED(403, "the address is not open"),
  TOO_LARGE(413, "it is larger than the limit"),
  TOO_SLOW(408, "its body does not arrive in time"),
  TOO_MANY(429, "its sender or its conversation sends too much");

  private final int status;
  private final String words;

  RejectionReason(int status, String words) {
    this.status = status;
    this.words = words;
  }

  /** The HTTP status to answer with. */
  public int status() {
    return status;
  }

  String words() {
    return words;
  }

  /** The value of the tag {@code cause} on the counter. */
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

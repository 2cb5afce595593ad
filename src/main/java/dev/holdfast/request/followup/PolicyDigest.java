package dev.holdfast.request.followup;

/** Which policy is in force. */
public interface PolicyDigest {

  /** A hash of its rules; the same rules have the same, in every replica and after a restart. */
  String inForce();
}

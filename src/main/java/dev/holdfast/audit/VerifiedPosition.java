package dev.holdfast.audit;

/**
 * Up to where the audit log was verified.
 *
 * @param position the last place of the chain that was verified; 0 before the first
 * @param hash the seal there
 * @param rowId up to this id every row has its seal
 */
record VerifiedPosition(long position, String hash, long rowId) {

  static final VerifiedPosition START =
      new VerifiedPosition(0, AuditChainLink.GENESIS, Long.MIN_VALUE);
}

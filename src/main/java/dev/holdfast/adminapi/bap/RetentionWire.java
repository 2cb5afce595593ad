package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.AdminApi.RetentionPeriod;

/** The body that sets how long backups are kept (facts 1.1). */
record RetentionWire(Properties properties) {

  static RetentionWire of(RetentionPeriod period) {
    return new RetentionWire(new Properties(new RetentionDetails(period.iso())));
  }

  record Properties(RetentionDetails retentionDetails) {}

  record RetentionDetails(String retentionPeriod) {}
}

package dev.holdfast.adminapi.ppapi;

/** The body of {@code backups}: the service keeps no notes (facts 2). */
record BackupRequestWire(String label) {}

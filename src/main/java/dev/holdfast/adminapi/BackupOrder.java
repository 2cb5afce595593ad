package dev.holdfast.adminapi;

/** The order to label a manual backup. Notes may be empty. */
public record BackupOrder(String environmentId, String label, String notes) {}

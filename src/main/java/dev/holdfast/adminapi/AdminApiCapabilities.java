package dev.holdfast.adminapi;

/**
 * What only one of the two admin APIs can do.
 *
 * @param dryRun whether {@code AdminApi.validate} asks the service to check an order without
 *     starting it
 * @param candidates whether {@link AdminApi#restoreCandidates} is there
 * @param backupNotes whether the service keeps the notes of a backup
 * @param administrationMode whether {@link AdminApi#setAdministrationMode} is there
 * @param retention whether {@link AdminApi#setBackupRetention} is there
 */
public record AdminApiCapabilities(
    boolean dryRun,
    boolean candidates,
    boolean backupNotes,
    boolean administrationMode,
    boolean retention) {}

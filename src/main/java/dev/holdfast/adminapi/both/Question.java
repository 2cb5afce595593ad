package dev.holdfast.adminapi.both;

import dev.holdfast.adminapi.AdminApi.Order;
import dev.holdfast.adminapi.AdminApiFlavor;

/**
 * Which admin API is asked what, where both are used. The page {@code admin-api.md} shows the same
 * table.
 */
enum Question {
  /** BAP lists all; the other list is a preview (facts 2). */
  ENVIRONMENTS(AdminApiFlavor.BAP, true),
  /** BAP says what else runs, what is allowed, and what room there is (facts 1.6). */
  ENVIRONMENT(AdminApiFlavor.BAP, true),
  /** BAP lists those that the platform itself started, too (facts 1.9). */
  OPERATIONS(AdminApiFlavor.BAP, true),
  /** Only BAP has notes (facts 1.4, 2.4). */
  BACKUPS(AdminApiFlavor.BAP, true),
  /** Only BAP takes notes (facts 1.3, 2.4). */
  ORDER_BACKUP(AdminApiFlavor.BAP, true),
  /** Its answers are documented; of the other none was seen (facts 1.9, 2.4). */
  ORDER_DELETE_BACKUP(AdminApiFlavor.PPAPI, true),
  /** Documented, and the one that checks the same order before (facts 2.2). */
  ORDER_RESTORE(AdminApiFlavor.PPAPI, true),
  /** As with a restore. */
  ORDER_COPY(AdminApiFlavor.PPAPI, true),
  /** The other has no call for it (facts 2.5). */
  ORDER_ADMINISTRATION_MODE(AdminApiFlavor.BAP, false),
  /** As with administration mode (facts 2.4). */
  ORDER_RETENTION(AdminApiFlavor.BAP, false),
  /** BAP can't check an order without starting it (facts 2.2). */
  VALIDATION(AdminApiFlavor.PPAPI, false),
  /** BAP names none (facts 2). */
  RESTORE_CANDIDATES(AdminApiFlavor.PPAPI, false),
  /** The other goes by roles (facts 2.8). */
  REGISTRATION(AdminApiFlavor.BAP, false);

  private final AdminApiFlavor preferred;
  private final boolean answeredByBoth;

  Question(AdminApiFlavor preferred, boolean answeredByBoth) {
    this.preferred = preferred;
    this.answeredByBoth = answeredByBoth;
  }

  static Question of(Order order) {
    return switch (order) {
      case BACKUP -> ORDER_BACKUP;
      case DELETE_BACKUP -> ORDER_DELETE_BACKUP;
      case RESTORE -> ORDER_RESTORE;
      case COPY -> ORDER_COPY;
      case ADMINISTRATION_MODE -> ORDER_ADMINISTRATION_MODE;
      case RETENTION -> ORDER_RETENTION;
    };
  }

  AdminApiFlavor preferred() {
    return preferred;
  }

  /** Whether the other one is asked where the preferred one refuses. */
  boolean answeredByBoth() {
    return answeredByBoth;
  }
}

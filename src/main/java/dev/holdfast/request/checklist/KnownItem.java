package dev.holdfast.request.checklist;

import dev.holdfast.message.Message;
import java.util.Optional;
import java.util.stream.Stream;

/** An item that Holdfast has words for. */
public enum KnownItem {
  DUAL_WRITE("dual-write", "checklist.dualWrite", "checklist.dualWrite.how"),
  INTEGRATIONS("integrations", "checklist.integrations", "checklist.integrations.how"),
  BATCH_JOBS("batch-jobs", "checklist.batchJobs", "checklist.batchJobs.how"),
  SECRETS("secrets", "checklist.secrets", "checklist.secrets.how"),
  USERS("users", "checklist.users", "checklist.users.how"),
  /** Whether background operations are on can be read. */
  BACKGROUND_OPERATIONS(
      "background-operations",
      "checklist.backgroundOperations",
      "checklist.backgroundOperations.how"),
  /** Whether administration mode is off can be read. */
  ADMIN_MODE("admin-mode", "checklist.adminMode", "checklist.adminMode.how");

  private final String key;
  private final Message title;
  private final Message how;

  KnownItem(String key, String title, String how) {
    this.key = key;
    this.title = Message.of(title);
    this.how = Message.of(how);
  }

  /** Its name in policies, on buttons, and in what is stored. */
  public String key() {
    return key;
  }

  public Message title() {
    return title;
  }

  /** What there is to do, in a line. */
  public Message how() {
    return how;
  }

  public static Optional<KnownItem> of(String key) {
    return Stream.of(values()).filter(item -> item.key.equals(key)).findFirst();
  }
}

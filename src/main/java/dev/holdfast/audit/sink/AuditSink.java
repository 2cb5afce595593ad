package dev.holdfast.audit.sink;

import java.io.IOException;
import java.util.List;

/** Where rows of the audit log go. */
interface AuditSink {

  /**
   * Takes some lines, in their order; when it returns, they are kept.
   *
   * @throws IOException when that isn't certain; the same lines come again
   */
  void take(List<String> lines) throws IOException, InterruptedException;
}

package dev.holdfast.execution;

import dev.holdfast.platform.Operation;
import java.util.List;

/** What the service shows of a call whose answer was lost. */
sealed interface Trace {

  /** This operation is ours. */
  record Ours(Operation operation) implements Trace {}

  /** The backup that was ordered is there. The service lists no operation for it. */
  record BackupMade() implements Trace {}

  /** One of these may be ours, and which cannot be told. */
  record Unclear(List<Operation> operations) implements Trace {}

  /** Nothing shows that the service began. */
  record Nothing() implements Trace {}
}

package dev.holdfast.execution;

import dev.holdfast.adminapi.AdminOperation;
import java.util.List;

/** What the service shows of a call whose answer was lost. */
sealed interface LostCallSearchResult {

  /** This operation is ours. */
  record Found(AdminOperation operation) implements LostCallSearchResult {}

  /** The backup that was ordered is there. The service lists no operation for it. */
  record BackupFound() implements LostCallSearchResult {}

  /** The environment is as it was ordered to be, whether or not the service lists an operation. */
  record EffectFound() implements LostCallSearchResult {}

  /** One of these may be ours, and which cannot be told. */
  record Ambiguous(List<AdminOperation> operations) implements LostCallSearchResult {}

  /** Nothing shows that the service began. */
  record NotFound() implements LostCallSearchResult {}
}

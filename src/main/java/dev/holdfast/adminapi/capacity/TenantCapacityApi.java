package dev.holdfast.adminapi.capacity;

import dev.holdfast.adminapi.finops.FinOpsAnswer;

/**
 * What the service says of the tenant's storage. A read, made now, on the calling thread; it never
 * throws: an answer that can't be had says why.
 */
@FunctionalInterface
public interface TenantCapacityApi {

  FinOpsAnswer<TenantCapacity> read();
}

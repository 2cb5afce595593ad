package dev.holdfast.simulator.world;

import java.util.List;
import java.util.Map;

/**
 * Everything that the simulator remembers, as it stands in the state file.
 *
 * @param unregistered whether the caller's service principal is refused everything
 * @param full whether the tenant has no capacity left
 * @param faultUses how often a counted fault has struck, by operation or environment and kind
 */
public record WorldState(
    String tenantId,
    List<SimulatedEnvironment> environments,
    List<SimulatedBackup> backups,
    List<SimulatedOperation> operations,
    List<ReceivedCall> orders,
    Map<String, Integer> faultUses,
    boolean unregistered,
    boolean full) {

  WorldState withEnvironments(List<SimulatedEnvironment> changed) {
    return new WorldState(
        tenantId, changed, backups, operations, orders, faultUses, unregistered, full);
  }

  WorldState withBackups(List<SimulatedBackup> changed) {
    return new WorldState(
        tenantId, environments, changed, operations, orders, faultUses, unregistered, full);
  }

  WorldState withOperations(List<SimulatedOperation> changed) {
    return new WorldState(
        tenantId, environments, backups, changed, orders, faultUses, unregistered, full);
  }

  WorldState withOrders(List<ReceivedCall> changed) {
    return new WorldState(
        tenantId, environments, backups, operations, changed, faultUses, unregistered, full);
  }

  WorldState withFaultUses(Map<String, Integer> changed) {
    return new WorldState(
        tenantId, environments, backups, operations, orders, changed, unregistered, full);
  }

  WorldState withUnregistered(boolean changed) {
    return new WorldState(
        tenantId, environments, backups, operations, orders, faultUses, changed, full);
  }

  WorldState withFull(boolean changed) {
    return new WorldState(
        tenantId, environments, backups, operations, orders, faultUses, unregistered, changed);
  }
}

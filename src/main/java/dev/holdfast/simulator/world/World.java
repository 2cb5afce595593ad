package dev.holdfast.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulated tenant. One caller at a time, through {@link #inTurn}. */
public final class World {

  /** Who asks for everything here. */
  public static final String PRINCIPAL = "8784d9fb-deb0-4811-96ce-fbf21cf3a1fc";

  private final Clock clock;
  private final double speed;
  private final WorldFile file;
  private final WorldSeed seed;
  private WorldState state;

  public World(Clock clock, double speed, WorldFile file, WorldSeed seed) {
    this.clock = clock;
    this.speed = speed;
    this.file = file;
    this.seed = seed;
    this.state = file.load().map(this::refreshed).orElseGet(this::begin);
    file.save(state);
  }

  /**
   * As many environments as now are wanted. Where every backup has expired since the last run,
   * those of the beginning are there again.
   */
  private WorldState refreshed(WorldState before) {
    Instant now = clock.instant();
    WorldState kept = resized(before, now);
    Stream<SimulatedBackup> fresh =
        kept.environments().stream()
            .filter(environment -> kept.backups().stream().noneMatch(b -> lives(b, environment)))
            .flatMap(environment -> WorldSeed.backups(environment.made(), now));
    return kept.withBackups(Stream.concat(kept.backups().stream(), fresh).toList());
  }

  private WorldState resized(WorldState kept, Instant now) {
    Map<String, SimulatedEnvironment> known =
        kept.environments().stream()
            .collect(Collectors.toMap(SimulatedEnvironment::id, Function.identity()));
    return kept.withEnvironments(
        seed.environments().stream()
            .map(one -> known.getOrDefault(one.id(), WorldSeed.environment(one, now)))
            .toList());
  }

  private boolean lives(SimulatedBackup backup, SimulatedEnvironment environment) {
    return backup.environmentId().equals(environment.id())
        && backup.expires().isAfter(clock.instant());
  }

  private WorldState begin() {
    return seed.begin(clock.instant(), speed);
  }

  /** Real time in this world's time. */
  static Duration compressed(Duration real, double speed) {
    return Duration.ofMillis(Math.max(1, Math.round(real.toMillis() / speed)));
  }

  /** The same at the speed of this world. */
  public Duration lasts(Duration real) {
    return compressed(real, speed);
  }

  /** What one request does, with the operations brought up to date; kept before it is answered. */
  public synchronized <T> T inTurn(Supplier<T> request) {
    WorldState before = state;
    settle();
    T result = request.get();
    if (state != before) {
      file.save(state);
    }
    return result;
  }

  public Instant now() {
    return clock.instant();
  }

  public WorldState state() {
    return state;
  }

  public Optional<SimulatedEnvironment> environment(String id) {
    return state.environments().stream().filter(e -> e.id().equalsIgnoreCase(id)).findFirst();
  }

  public List<SimulatedBackup> backups(String environmentId) {
    return state.backups().stream()
        .filter(backup -> backup.environmentId().equalsIgnoreCase(environmentId))
        .filter(backup -> backup.expires().isAfter(now()))
        .sorted(Comparator.comparing(SimulatedBackup::point).reversed())
        .toList();
  }

  public Optional<SimulatedOperation> operation(String id) {
    return state.operations().stream().filter(o -> o.id().equalsIgnoreCase(id)).findFirst();
  }

  /** Newest first. */
  public List<SimulatedOperation> operations(String environmentId) {
    return state.operations().stream()
        .filter(operation -> operation.environmentId().equalsIgnoreCase(environmentId))
        .sorted(Comparator.comparing(SimulatedOperation::acceptedAt).reversed())
        .toList();
  }

  public boolean occupied(String environmentId) {
    Instant now = now();
    return operations(environmentId).stream().anyMatch(operation -> operation.occupies(now));
  }

  SimulatedOperation start(
      String type, SimulatedEnvironment environment, Duration real, OperationEffect effect) {
    SimulatedOperation operation =
        new SimulatedOperation(
            UUID.randomUUID().toString(),
            type,
            environment.id(),
            now(),
            compressed(real, speed),
            effect,
            environment.faults(),
            false);
    state = state.withOperations(added(state.operations(), operation));
    return operation;
  }

  public void add(SimulatedBackup backup) {
    state = state.withBackups(added(state.backups(), backup));
  }

  public void remove(SimulatedBackup backup) {
    state = state.withBackups(state.backups().stream().filter(one -> !one.equals(backup)).toList());
  }

  public void note(ReceivedCall order) {
    state = state.withOrders(added(state.orders(), order));
  }

  /** Also on the operations that still run; counting begins anew. */
  public void order(SimulatedEnvironment environment, List<InjectedFault> faults) {
    Instant now = now();
    List<SimulatedOperation> operations =
        state.operations().stream()
            .map(o -> belongs(o, environment) && !o.ended(now) ? o.with(faults) : o)
            .toList();
    Map<String, Integer> uses = new HashMap<>(state.faultUses());
    uses.keySet().removeIf(key -> key.startsWith(environment.id()));
    state =
        state
            .withEnvironments(replaced(environment.with(faults)))
            .withOperations(operations)
            .withFaultUses(uses);
  }

  public void register(boolean registered) {
    state = state.withUnregistered(!registered);
  }

  /** Whether the tenant has no capacity left. */
  public void fill(boolean full) {
    state = state.withFull(full);
  }

  /** Counts one strike of a fault; false when it has struck often enough. */
  public boolean strike(
      SimulatedEnvironment environment, String about, InjectedFault fault, int missing) {
    String key = environment.id() + " " + about + " " + fault.kind();
    int used = state.faultUses().getOrDefault(key, 0);
    if (used >= fault.timesOr(missing)) {
      return false;
    }
    Map<String, Integer> uses = new HashMap<>(state.faultUses());
    uses.put(key, used + 1);
    state = state.withFaultUses(uses);
    return true;
  }

  public void restart() {
    state = begin();
  }

  private void settle() {
    Instant now = now();
    List<SimulatedOperation> due =
        state.operations().stream()
            .filter(operation -> !operation.settled() && operation.ended(now))
            .sorted(Comparator.comparing(SimulatedOperation::endsAt))
            .toList();
    due.forEach(this::settle);
  }

  private void settle(SimulatedOperation ended) {
    if (!ended.changesNothing()) {
      environment(ended.environmentId())
          .map(environment -> environment.after(ended.effect(), ended.endsAt()))
          .ifPresent(changed -> state = state.withEnvironments(replaced(changed)));
      keepBackups(ended);
    }
    state =
        state.withOperations(
            state.operations().stream()
                .map(o -> o.id().equals(ended.id()) ? o.settle() : o)
                .toList());
  }

  /** A change of the retention applies to the backups that there are, too (rule R1). */
  private void keepBackups(SimulatedOperation ended) {
    Integer days = ended.effect().retentionDays();
    if (days != null) {
      Duration kept = Duration.ofDays(days);
      state =
          state.withBackups(
              state.backups().stream()
                  .map(
                      one ->
                          one.environmentId().equals(ended.environmentId()) ? one.kept(kept) : one)
                  .toList());
    }
  }

  private List<SimulatedEnvironment> replaced(SimulatedEnvironment changed) {
    return state.environments().stream()
        .map(e -> e.id().equals(changed.id()) ? changed : e)
        .toList();
  }

  private static boolean belongs(SimulatedOperation operation, SimulatedEnvironment environment) {
    return operation.environmentId().equals(environment.id());
  }

  private static <T> List<T> added(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }
}

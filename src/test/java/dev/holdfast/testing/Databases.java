package dev.holdfast.testing;

import java.util.UUID;

/** The two databases that Holdfast runs on, as a source for tests: {@link EachDatabase}. */
public enum Databases {
  H2 {
    @Override
    public TestDatabase empty() {
      return new TestDatabase(
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
              + ";DB_CLOSE_DELAY=-1",
          "sa",
          "");
    }

    @Override
    public TestDatabase fresh() {
      return H2Copy.INSTANCE.into(empty());
    }

    @Override
    public TestDatabase copyOf(TestDatabase database) {
      return H2Copy.of(database).into(empty());
    }
  },

  POSTGRESQL {
    @Override
    public TestDatabase empty() {
      return Postgres.INSTANCE.empty();
    }

    @Override
    public TestDatabase fresh() {
      return Postgres.INSTANCE.fresh();
    }

    @Override
    public TestDatabase copyOf(TestDatabase database) {
      return Postgres.INSTANCE.copyOf(database);
    }
  };

  /**
   * Restarts the PostgreSQL of all databases of this JVM; who is connected loses the connection.
   */
  public static void restartPostgres() {
    Postgres.INSTANCE.restart();
  }

  /** A new database with nothing in it. */
  public abstract TestDatabase empty();

  /** A new database with all migrations. */
  public abstract TestDatabase fresh();

  /** A new database with what another one has now; nobody may be connected to that. */
  public abstract TestDatabase copyOf(TestDatabase database);
}

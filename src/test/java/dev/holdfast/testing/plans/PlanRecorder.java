package dev.holdfast.testing.plans;

import dev.holdfast.testing.Databases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets the database explain each prepared statement with the values that it is about to be executed
 * with, at that moment and on that connection, and takes back what that did.
 */
public final class PlanRecorder extends DelegatingDataSource {

  private static final Pattern H2_READ = Pattern.compile("scanCount: (\\d+)");
  private static final Pattern IN_VAIN = Pattern.compile("Rows Removed by Filter: (\\d+)");
  private static final Pattern PAGES = Pattern.compile("Buffers: shared([^\\n]*)");
  private static final Pattern PAGES_OF_A_KIND = Pattern.compile("(?:hit|read)=(\\d+)");

  private final Databases kind;
  private final List<QueryPlan> plans = new CopyOnWriteArrayList<>();
  private final Set<String> callers = new ConcurrentSkipListSet<>();

  PlanRecorder(Databases kind, DataSource database) {
    super(database);
    this.kind = kind;
  }

  public List<QueryPlan> plans() {
    return plans;
  }

  /** The methods that were running when a statement was executed, as {@code Class#method}. */
  Set<String> callers() {
    return callers;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? recording(connection, statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement recording(
      Connection connection, PreparedStatement statement, String sql) {
    Map<Object, Call> values = new LinkedHashMap<>();
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length > 1) {
            values.put(arguments[0], new Call(method, arguments));
          }
          if (!method.getName().startsWith("execute")) {
            return call(statement, method, arguments);
          }
          callers.addAll(Callers.current());
          QueryPlan plan = explain(connection, sql, values.values());
          plans.add(plan);
          Object result = call(statement, method, arguments);
          return result instanceof ResultSet rows ? counting(rows, plan.rows()) : result;
        });
  }

  private static ResultSet counting(ResultSet rows, AtomicLong count) {
    return proxy(
        ResultSet.class,
        (method, arguments) -> {
          Object result = call(rows, method, arguments);
          if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
            count.incrementAndGet();
          }
          return result;
        });
  }

  private record Call(Method method, Object[] arguments) {}

  private QueryPlan explain(Connection connection, String sql, Iterable<Call> values)
      throws Throwable {
    boolean alone = connection.getAutoCommit();
    connection.setAutoCommit(false);
    Savepoint before = connection.setSavepoint();
    String explain =
        kind == Databases.H2 ? "explain analyze " : "explain (analyze, buffers, timing off) ";
    try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
      for (Call value : values) {
        call(statement, value.method(), value.arguments());
      }
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      String text = String.join("\n", lines);
      return new QueryPlan(caller(), sql, read(text), new AtomicLong(), text);
    } finally {
      connection.rollback(before);
      if (alone) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** On PostgreSQL the first line is of the whole plan; on H2 each table has its own. */
  private long read(String text) {
    if (kind == Databases.H2) {
      return H2_READ
          .matcher(text)
          .results()
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .sum();
    }
    Matcher first = PAGES.matcher(text);
    return (first.find() ? sum(PAGES_OF_A_KIND, first.group(1)) : 0) + sum(IN_VAIN, text);
  }

  private static long sum(Pattern number, String text) {
    return number.matcher(text).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }

  private static String caller() {
    return Callers.current().stream()
        .filter(frame -> !frame.contains("QueriesOf"))
        .collect(Collectors.joining(" < "));
  }

  private interface Handler {
    Object handle(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                handler.handle(method, arguments == null ? new Object[0] : arguments)));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

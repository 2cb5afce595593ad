package dev.holdfast.flow;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The least that an answer which survives a crash can cost: one row inserted and committed before
 * the 200, one message posted to the connector after it, and the row deleted and committed.
 */
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class DurableEndpoint {

  private static final int THREADS = 10;
  private static final Pattern CONVERSATION = Pattern.compile("\"(a:benchmark-\\d+)\"");
  private static final String ANSWER = "{\"type\":\"message\",\"text\":\"%s\"}";

  private final ExecutorService answers = Executors.newFixedThreadPool(THREADS);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Bean
  DataSource database(Environment settings) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(settings.getRequiredProperty("spring.datasource.url"));
    pool.setUsername(settings.getRequiredProperty("spring.datasource.username"));
    pool.setPassword(settings.getRequiredProperty("spring.datasource.password"));
    JdbcClient.create(pool)
        .sql("create table owed (id varchar(64) not null primary key, activity text not null)")
        .update();
    return pool;
  }

  @Bean
  RouterFunction<ServerResponse> messages(DataSource database, Environment settings) {
    JdbcClient jdbc = JdbcClient.create(database);
    String connector = settings.getRequiredProperty("connector");
    return RouterFunctions.route()
        .POST(
            "/api/messages",
            request -> {
              byte[] body = request.servletRequest().getInputStream().readAllBytes();
              String activity = new String(body, StandardCharsets.UTF_8);
              String id = UUID.randomUUID().toString();
              jdbc.sql("insert into owed (id, activity) values (?, ?)")
                  .params(id, activity)
                  .update();
              answers.execute(() -> answer(jdbc, id, connector, activity));
              return ServerResponse.ok().build();
            })
        .build();
  }

  private void answer(JdbcClient jdbc, String id, String connector, String activity) {
    Matcher conversation = CONVERSATION.matcher(activity);
    if (!conversation.find()) {
      throw new IllegalArgumentException("no conversation");
    }
    http.sendAsync(
            HttpRequest.newBuilder(
                    URI.create(
                        connector + "/v3/conversations/" + conversation.group(1) + "/activities"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ANSWER.formatted("x".repeat(2_000))))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .join();
    jdbc.sql("delete from owed where id = ?").param(id).update();
  }

  public static void main(String[] arguments) {
    SpringApplication.run(DurableEndpoint.class, arguments);
  }
}

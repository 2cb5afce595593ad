package stock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Spring Boot itself needs to start with Holdfast's libraries. */
@SpringBootApplication
@RestController
public class Stock {

  public static void main(String[] args) {
    SpringApplication.run(Stock.class, args);
  }

  @GetMapping("/")
  String hello() {
    return "Hello";
  }
}

package dev.holdfast.api.web;

import dev.holdfast.api.OnlyWithApi;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the HTTP API in OpenAPI 3.1. */
@RestController
@OnlyWithApi
class DescriptionController {

  @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource description() {
    return new ClassPathResource("api/openapi.json");
  }
}

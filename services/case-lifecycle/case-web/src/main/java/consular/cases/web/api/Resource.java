package consular.cases.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller of the interface. Hidden from the scanner of the documentation, which could not tell one command from
 * another: the package {@code openapi} describes the paths, and a test compares the two.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@RestController
@RequestMapping(path = Resource.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
@Hidden
@interface Resource {
    /** Where the interface begins. */
    String ROOT = "/api/v1";
}

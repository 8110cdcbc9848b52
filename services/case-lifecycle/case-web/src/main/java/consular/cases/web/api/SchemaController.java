package consular.cases.web.api;

import consular.cases.web.problem.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the data of an event look like. A schema that was published stays, and whatever is true by it stays true. */
@Resource
@OpenTo(Audience.EVERY_ROLE)
class SchemaController {
    static final String PATH = "/schemas";

    private static final String SCHEMA_JSON = "application/schema+json";
    private static final String FOLDER = "/consular/cases/web/schemas/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,100}");
    private static final Pattern REVISION = Pattern.compile("[1-9]\\d{0,3}");

    @GetMapping(
            path = PATH + "/{type}/{revision}",
            produces = {SCHEMA_JSON, MediaType.APPLICATION_JSON_VALUE})
    byte[] schema(@PathVariable String type, @PathVariable String revision) {
        if (NAME.matcher(type).matches() && REVISION.matcher(revision).matches()) {
            try (var file = getClass().getResourceAsStream(FOLDER + type + "." + revision + ".json")) {
                if (file != null) {
                    return file.readAllBytes();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        throw ApiException.notFound("no event has that type and revision");
    }
}

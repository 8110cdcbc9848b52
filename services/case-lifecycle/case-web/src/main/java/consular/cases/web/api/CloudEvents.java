package consular.cases.web.api;

import consular.cases.application.LogLine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes a CloudEvent of each line of the log, the same for pages and streams. */
@Component
final class CloudEvents {
    private final String schemas;

    CloudEvents(@Value("${consular.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.schemas = publicUrl + Resource.ROOT + SchemaController.PATH;
    }

    CloudEvent of(LogLine line) {
        return CloudEvent.of(line, schemas + "/" + line.type() + "/" + line.revision());
    }
}

package consular.ledger.core.casefile;

import consular.ledger.core.content.ContentLine;
import consular.ledger.core.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes the JSON document of a case file: an event to a line, so that the eye can follow. */
final class CaseFileWriter {

    private CaseFileWriter() {}

    static String format(CaseFile file) {
        var json = new StringBuilder("{\"checkpoint\":");
        JsonString.write(json, file.checkpoint().format());
        json.append(",\"streamId\":\"").append(file.streamId()).append("\",\"events\":[");
        json.append(file.events().stream().map(CaseFileWriter::format).collect(Collectors.joining(",")));
        return json.append("\n]}\n").toString();
    }

    private static String format(CaseEvent event) {
        var json =
                new StringBuilder("\n{\"logIndex\":").append(event.logIndex()).append(",\"entry\":");
        JsonString.write(json, event.entry());
        var path = event.path().stream().map(hash -> '"' + hash.hex() + '"').collect(Collectors.joining(","));
        json.append(",\"proof\":[").append(path).append("],");
        // The members clear and secret, as a line of an export has them, and its closing brace.
        var line = new String(ContentLine.encode(event.content()), StandardCharsets.UTF_8);
        return json.append(line, 1, line.length()).toString();
    }
}

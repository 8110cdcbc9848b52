package consular.cases.web.api;

import consular.cases.application.CaseImports;
import consular.cases.application.CaseImports.Outcome;
import consular.cases.application.ImportReports;
import consular.cases.application.ImportReports.Line;
import consular.cases.application.ImportReports.Result;
import consular.cases.domain.law.Rule;
import consular.cases.web.imports.FileRow;
import consular.cases.web.imports.RowFile;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes one file in, a part at a time: no more of it is ever held than a part. A part ends where a case does, unless the case is too
 * long. Rows that were reported when the file was sent before are passed over.
 */
final class ImportRun {
    private static final int ROWS = 1_000;
    private static final int MOST_ROWS = 4_000;
    private static final int CHARACTERS = 1 << 22;

    private final CaseImports imports;
    private final ImportReports reports;
    private final CaseImports.Source source;
    private final boolean dryRun;
    private final ImportRows.Format format;
    private final ImportKeys keys;
    private final long mostRows;
    private final OptionalLong taken;
    private final List<Read> part = new ArrayList<>();
    private int characters;

    /**
     * Not begun yet.
     *
     * @param mostRows how many rows a file may have
     * @param taken how many rows the file had when it was taken in as a whole under its key; empty if it never was
     */
    ImportRun(
            CaseImports imports,
            ImportReports reports,
            CaseImports.Source source,
            boolean dryRun,
            ImportRows.Format format,
            ImportKeys keys,
            long mostRows,
            OptionalLong taken) {
        this.imports = imports;
        this.reports = reports;
        this.source = source;
        this.dryRun = dryRun;
        this.format = format;
        this.keys = keys;
        this.mostRows = mostRows;
        this.taken = taken;
    }

    /** A row, and what it says if that can be told. */
    private record Read(FileRow row, @Nullable ObjectNode content, String key) {
        Optional<String> number() {
            return content == null ? Optional.empty() : ImportRows.caseNumber(content);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @throws IOException if it breaks off, or makes no sense from somewhere on
     * @throws ApiException if it has too many rows
     */
    void read(RowFile file) throws IOException {
        var rows = 0L;
        for (var row = file.next(); row != null; row = file.next()) {
            rows = row.number();
            if (rows > mostRows) {
                takePart();
                throw new ApiException(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "a file has at most " + mostRows + " rows; send the rest in another");
            }
            add(row);
        }
        takePart();
        if (taken.isPresent() && taken.getAsLong() != rows) {
            throw anotherFile("the file had " + taken.getAsLong() + " rows");
        }
    }

    private void add(FileRow row) {
        var content = row.content() == null ? null : format.row(row.content());
        var read = new Read(row, content, content == null ? "" : keys.of(content));
        if (isFull(read)) {
            takePart();
        }
        part.add(read);
        characters += row.size();
    }

    private boolean isFull(Read next) {
        if (part.size() >= MOST_ROWS || characters >= CHARACTERS) {
            return true;
        }
        return part.size() >= ROWS && !part.getLast().number().equals(next.number());
    }

    private void takePart() {
        if (part.isEmpty()) {
            return;
        }
        var first = part.getFirst().row().number();
        var last = part.getLast().row().number();
        var reported = reports.lines(source.importId(), first, last);
        var lines = new ArrayList<Line>();
        var sound = new ArrayList<Read>();
        var rows = new ArrayList<CaseImports.Row>();
        for (var read : part) {
            if (!isReported(read, reported)) {
                try {
                    rows.add(bind(read));
                    sound.add(read);
                } catch (ApiException malformed) {
                    lines.add(malformed(read, malformed));
                }
            }
        }
        var outcomes = dryRun ? imports.tryOut(rows, source) : imports.take(rows, source);
        for (var each = 0; each < outcomes.size(); each++) {
            lines.add(line(sound.get(each), outcomes.get(each)));
        }
        reports.add(source.importId(), lines);
        part.clear();
        characters = 0;
    }

    private boolean isReported(Read read, Map<Long, Line> reported) {
        var number = read.row().number();
        var line = reported.get(number);
        if (line == null) {
            if (taken.isPresent()) {
                throw anotherFile("the file had no row " + number);
            }
            return false;
        }
        if (!line.key().equals(read.key())) {
            throw anotherFile("row " + number + " was another");
        }
        return true;
    }

    private static ApiException anotherFile(String what) {
        return new ApiException(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                what + " when it was sent under this key before; send another file under another key");
    }

    private static CaseImports.Row bind(Read read) {
        var content = read.content();
        if (content == null) {
            throw new ApiException(
                    ProblemCode.MALFORMED_REQUEST,
                    Optional.ofNullable(read.row().fault()).orElse("the row can't be read"));
        }
        return ImportRows.bind(content, read.key());
    }

    /** A name that is none of a member may be anything, such as what stands under a wrong heading: it is not kept in the report. */
    private static Line malformed(Read read, ApiException malformed) {
        var code = malformed.code().name();
        if (malformed.faults().isEmpty()) {
            return line(read, Result.MALFORMED, code, null, malformed.getMessage());
        }
        var fault = malformed.faults().getFirst();
        if (fault.detail().endsWith(BodyBinder.NO_MEMBER)) {
            var owner = fault.pointer().substring(0, fault.pointer().lastIndexOf('/'));
            return line(read, Result.MALFORMED, code, owner, "has what " + BodyBinder.NO_MEMBER);
        }
        return line(read, Result.MALFORMED, code, fault.pointer(), malformed.getMessage());
    }

    private static Line line(Read read, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted(read, accepted);
            case Outcome.Rejected(var rejection) ->
                new Line(
                        read.row().number(),
                        read.key(),
                        Result.REJECTED,
                        read.number().orElse(null),
                        command(read),
                        null,
                        null,
                        rejection.code().name(),
                        rejection.rule().map(Rule::id).orElse(null),
                        rejection.rule().map(Rule::citation).orElse(null),
                        null,
                        rejection.detail());
            case Outcome.Malformed(var pointer, var detail) ->
                line(
                        read,
                        Result.MALFORMED,
                        ProblemCode.MALFORMED_REQUEST.name(),
                        "/" + ImportRows.BODY + pointer,
                        detail);
            case Outcome.NoSuchCase _ ->
                line(read, Result.REJECTED, ProblemCode.NOT_FOUND.name(), "/caseNumber", "no case has this number");
        };
    }

    private static Line accepted(Read read, Outcome.Accepted accepted) {
        var caseId = accepted.caseId();
        return new Line(
                read.row().number(),
                read.key(),
                accepted.already() ? Result.ALREADY : Result.ACCEPTED,
                read.number().orElse(null),
                command(read),
                caseId == null ? null : caseId.value(),
                accepted.version(),
                null,
                null,
                null,
                null,
                null);
    }

    private static Line line(Read read, Result result, String code, @Nullable String pointer, @Nullable String detail) {
        return new Line(
                read.row().number(),
                read.key(),
                result,
                read.number().orElse(null),
                command(read),
                null,
                null,
                code,
                null,
                null,
                pointer,
                detail);
    }

    private static @Nullable String command(Read read) {
        return read.content() == null
                ? null
                : ImportRows.command(read.content()).map(Enum::name).orElse(null);
    }
}

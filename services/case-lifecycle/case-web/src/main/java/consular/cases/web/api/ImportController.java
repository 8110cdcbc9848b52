package consular.cases.web.api;

import consular.cases.application.CaseImports;
import consular.cases.application.DigestKey;
import consular.cases.application.ImportReports;
import consular.cases.application.ImportReports.Manner;
import consular.cases.application.ImportReports.Result;
import consular.cases.application.ImportReports.State;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.imports.UnreadableFile;
import consular.cases.web.limits.AdmissionFilter;
import consular.cases.web.limits.Places;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes in files of what happened before, for whoever runs the service and works for every post. */
@Resource
@OpenTo(Audience.ADMINISTRATORS)
@EnableConfigurationProperties(ImportSettings.class)
class ImportController {
    static final String CSV = "text/csv";
    static final String JSON_LINES = "application/jsonl";
    static final String NEWLINE_DELIMITED = "application/x-ndjson";

    private static final String PATH = Resource.ROOT + "/imports";
    private static final List<String> REPORT_FORMS = List.of(JSON_LINES, CSV);
    private static final int REPORT_PAGE = 1_000;
    private static final String OF_ANY_POST = "an import may be of any post";

    private final CaseImports imports;
    private final ImportReports reports;
    private final DigestKey key;
    private final ImportSettings settings;
    private final Places places;

    ImportController(CaseImports imports, ImportReports reports, DigestKey key, ImportSettings settings) {
        this.imports = imports;
        this.reports = reports;
        this.key = key;
        this.settings = settings;
        this.places = new Places(settings.atOnce());
    }

    @PostMapping(
            path = "/imports",
            consumes = {JSON_LINES, NEWLINE_DELIMITED, CSV})
    ResponseEntity<ImportItem> take(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        person.requireEveryPost(OF_ANY_POST);
        var parameters = Parameters.of(request, "dryRun", "classEntries");
        var manner = new Manner(parameters.flag("dryRun"), toldClass(parameters));
        var importId = CommandHeaders.key(request)
                .map(key -> importId(person, key, manner.dryRun()))
                .orElseThrow(() -> ApiException.malformed(Fault.ofHeader(
                        CommandHeaders.IDEMPOTENCY_KEY,
                        "an import has a key, under which the file can be sent again")));
        try (var _ = places.take(Duration.ZERO).orElseThrow(ImportController::tooMany)) {
            // imports are counted for themselves
            AdmissionFilter.leave(request);
            return takeIn(importId, person, manner, request);
        }
    }

    private static ApiException tooMany() {
        return new ApiException(
                ProblemCode.TOO_MANY_IMPORTS,
                "as many imports are taken in on this instance as may be; send the file again, under the same key");
    }

    private ResponseEntity<ImportItem> takeIn(
            UUID importId, SignedIn person, Manner manner, HttpServletRequest request) {
        var begun = reports.begin(importId, person.name(), manner);
        var taken = manner.dryRun() ? OptionalLong.empty() : rowsOfTheWhole(begun);
        var run = new ImportRun(
                imports,
                reports,
                new CaseImports.Source(importId, person.name(), manner.toldClass()),
                manner.dryRun(),
                format(request),
                new ImportKeys(key),
                settings.rows(),
                taken);
        // of a file that was taken in as a whole nothing is left to break off
        read(run, importId, begun.run(), taken.isPresent() ? State.DONE : State.INTERRUPTED, request);
        var response = ResponseEntity.ok().location(URI.create(PATH + "/" + importId));
        if (taken.isPresent()) {
            response.header(CommandHeaders.REPLAYED, "true");
        }
        return response.body(item(importId));
    }

    private static OptionalLong rowsOfTheWhole(ImportReports.Begun begun) {
        return begun.before().filter(it -> it.state() == State.DONE).stream()
                .mapToLong(ImportReports.Import::rows)
                .findFirst();
    }

    private void read(ImportRun run, UUID importId, long number, State ifItBreaksOff, HttpServletRequest request) {
        var end = ifItBreaksOff;
        try {
            run.read(format(request).open(request.getInputStream()));
            end = State.DONE;
        } catch (UnreadableFile unreadable) {
            throw ApiException.malformed(Fault.ofMember("", String.valueOf(unreadable.getMessage())));
        } catch (CharacterCodingException _) {
            throw ApiException.malformed(Fault.ofMember("", "the file is not in UTF-8"));
        } catch (IOException _) {
            throw ApiException.malformed(Fault.ofMember("", "the file could not be read to its end"));
        } finally {
            reports.end(importId, number, end);
        }
    }

    @GetMapping("/imports/{importId}")
    ImportItem status(
            @AuthenticationPrincipal SignedIn person, @PathVariable String importId, HttpServletRequest request) {
        person.requireEveryPost(OF_ANY_POST);
        Parameters.of(request);
        return item(id(importId));
    }

    /** Each row that was reported, by number, without ever holding more than a page of them. */
    @GetMapping(
            path = "/imports/{importId}/report",
            produces = {JSON_LINES, CSV})
    void report(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String importId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        person.requireEveryPost(OF_ANY_POST);
        var result = result(Parameters.of(request, "result"));
        var id = id(importId);
        item(id);
        var form = AcceptedForm.of(
                        Collections.list(request.getHeaders(HttpHeaders.ACCEPT)),
                        REPORT_FORMS,
                        MediaType::parseMediaType)
                .orElseThrow(
                        () -> new ApiException(ProblemCode.NOT_ACCEPTABLE, "a report is " + JSON_LINES + " or " + CSV));
        response.setContentType(form);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var writer = new ImportReportWriter(response.getOutputStream(), form.equals(CSV));
        writer.begin();
        var page = reports.report(id, 0, result.orElse(null), REPORT_PAGE);
        while (!page.isEmpty()) {
            for (var line : page) {
                writer.write(line);
            }
            page = reports.report(id, page.getLast().row(), result.orElse(null), REPORT_PAGE);
        }
        response.flushBuffer();
    }

    private ImportItem item(UUID importId) {
        return reports.find(importId)
                .map(found -> ImportItem.of(found, PATH + "/" + importId + "/report"))
                .orElseThrow(() -> ApiException.notFound("there is no such import"));
    }

    private static UUID id(String text) {
        return CaseIds.uuid(text).orElseThrow(() -> ApiException.notFound("there is no such import"));
    }

    /** The same whenever the same person sends the file under the same key; what was only tried out has one of its own. */
    private static UUID importId(SignedIn person, String key, boolean dryRun) {
        var name = person.name() + "\n" + key + (dryRun ? "\ndry run" : "");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportRows.Format format(HttpServletRequest request) {
        return MediaType.parseMediaType(request.getContentType()).isCompatibleWith(MediaType.parseMediaType(CSV))
                ? ImportRows.Format.CSV
                : ImportRows.Format.JSON_LINES;
    }

    private static boolean toldClass(Parameters parameters) {
        return parameters
                .text("classEntries")
                .map(text -> switch (text) {
                    case "SENT" -> true;
                    case "QUEUED" -> false;
                    default -> throw Parameters.bad("classEntries", "must be SENT or QUEUED");
                })
                .orElse(true);
    }

    private static Optional<Result> result(Parameters parameters) {
        return parameters
                .text("result")
                .map(text -> Arrays.stream(Result.values())
                        .filter(result -> result.name().equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> Parameters.bad("result", "must be one of " + Arrays.toString(Result.values()))));
    }
}

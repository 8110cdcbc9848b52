package consular.cases.service.fuzz;

import java.util.List;

/** What headers can say that programs stumble over. */
final class HostileHeaders {
    static final List<String> ACCEPTS = List.of(
            "text/html",
            "application/xml",
            "*/*",
            "application/json;q=0",
            "application/*",
            "text/*",
            "image/png",
            "nonsense",
            "a/b/c",
            ";;",
            ",",
            "application/json;charset=utf-16",
            "application/json;charset=bogus",
            "application/json;q=x",
            "application/problem+json",
            "application/pdf",
            "text/csv",
            "text/event-stream",
            "application/schema+json;v=2",
            "*",
            "*/json",
            "application/json, ".repeat(60) + "text/plain");

    static final List<String> CONTENT_TYPES = List.of(
            "",
            "text/plain",
            "text/csv",
            "text/csv;charset=utf-16",
            "application/jsonl",
            "application/jsonl;charset=iso-8859-1",
            "application/xml",
            "application/json;charset=utf-8",
            "application/json;charset=utf-16",
            "application/json;charset=bogus",
            "application/json;charset=",
            "application/json;version=1",
            "APPLICATION/JSON",
            "application/merge-patch+json",
            "application/vnd.api+json",
            "application/octet-stream",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/*",
            "*/*",
            "nonsense",
            "a/b/c",
            ";",
            "application/json; x=\"");

    static final List<String> AUTHORIZATIONS = List.of(
            "Basic",
            "Basic ",
            "Basic !!!",
            "Basic YQ==",
            "Basic YWRtaW46d3Jvbmc=",
            "Basic bm9ib2R5OmxvY2Fs",
            "Basic YQBiOmxvY2Fs",
            "Basic " + "QUFB".repeat(500),
            "Bearer",
            "Bearer x",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Digest username=\"a\"",
            "Negotiate YII=",
            "nonsense");

    private HostileHeaders() {}
}

package consular.cases.web.json;

import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a request as a JSON object. */
public final class JsonBody {
    /** Longer bodies are refused. */
    public static final int LIMIT = 1 << 20;

    private JsonBody() {}

    /**
     * The body as a tree.
     *
     * @throws ApiException when it is too long, not JSON, has a member twice, or is no object
     */
    public static ObjectNode read(HttpServletRequest request) {
        try {
            return parse(bytes(request));
        } catch (IOException broken) {
            throw unreadable();
        }
    }

    /**
     * The body as a tree, an empty object where there is none.
     *
     * @throws ApiException as {@link #read}
     */
    public static ObjectNode readIfAny(HttpServletRequest request) {
        try {
            var bytes = bytes(request);
            return bytes.length == 0 ? WebJson.MAPPER.createObjectNode() : parse(bytes);
        } catch (IOException broken) {
            throw unreadable();
        }
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            var root = WebJson.MAPPER.readTree(bytes);
            if (root instanceof ObjectNode object) {
                return object;
            }
            throw ApiException.malformed(Fault.ofMember("", "the body must be a JSON object"));
        } catch (StreamConstraintsException _) {
            throw ApiException.malformed(Fault.ofMember(
                    "", "the body is nested too deeply, has too long a name or number, or too many values"));
        } catch (StreamReadException broken) {
            throw ApiException.malformed(Fault.ofMember("", explain(broken)));
        } catch (JacksonException broken) {
            throw ApiException.malformed(Fault.ofMember("", "the body is not one JSON document in UTF-8"));
        }
    }

    private static ApiException unreadable() {
        return ApiException.malformed(
                Fault.ofMember("", "the body could not be read to its end, or came in too slowly"));
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw tooLarge();
        }
        return bytes;
    }

    private static ApiException tooLarge() {
        return new ApiException(ProblemCode.PAYLOAD_TOO_LARGE, "a body has at most " + LIMIT + " bytes");
    }

    /** Where it breaks, but never what stands there: that may be personal. */
    private static String explain(StreamReadException broken) {
        var message = broken.getOriginalMessage();
        var what =
                message != null && message.startsWith("Duplicate") ? "has a member twice" : "is not well-formed JSON";
        var at = broken.getLocation();
        return at == null
                ? "the body " + what
                : "the body " + what + ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}

package consular.cases.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The forms that the header Accept asks for, in whatever charset: JSON has one only (RFC 8259, 8.1), and everything else here is
 * UTF-8 too. Asked for in another, an answer would find out that it can't be written when the command was carried out.
 */
final class FormsAskedFor implements ContentNegotiationStrategy {
    private static final String CHARSET = "charset";

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        return header.resolveMediaTypes(request).stream()
                .map(FormsAskedFor::withoutCharset)
                .toList();
    }

    private static MediaType withoutCharset(MediaType type) {
        if (type.getCharset() == null) {
            return type;
        }
        var others = new LinkedHashMap<>(type.getParameters());
        others.keySet().removeIf(CHARSET::equalsIgnoreCase);
        return new MediaType(type.getType(), type.getSubtype(), others);
    }
}

package org.eplatform.chat.dev;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.Limit;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.Problem;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.UserId;

/// What the types do not tell a reader of the OpenAPI document: ids are strings, what is always there, and that every error is a problem (RFC 9457).
/// The document is committed as `docs/openapi.yaml`, which production offers, and the page's types are made from it.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DevApiDocument implements OASFilter {

    /// Left out where there is nothing to tell; every other property of an answer is always there.
    private static final Set<String> OPTIONAL = Set.of("title", "lastMessage", "replyTo", "editedAt", "deletedAt", "username", "avatarUrl", "lastActive", "limit",
            "locale");

    /// They answer 201 where 200 would mean that it was there before.
    private static final Set<String> CREATING = Set.of("/api/chat/conversations/start_conversation", "/api/chat/conversations/{id}/add_message");

    /// Of these the query parameters before, after and around are numbers of messages; elsewhere they are opaque.
    private static final String PAGE = "/api/chat/conversations/{id}";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = new TreeMap<>(api.getComponents().getSchemas());
        schemas.forEach((_, schema) -> require(schema));
        schemas.get("AddMessage").setRequired(List.of("body"));
        schemas.keySet().removeAll(Set.of("UUID", "Instant"));
        schemas.putAll(strings());
        schemas.forEach((_, schema) -> inline(schema));
        api.getComponents().setSchemas(schemas);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach((_, operation) -> complete(path, operation)));
    }

    private static void require(Schema schema) {
        if (schema.getProperties() != null) {
            schema.setRequired(schema.getProperties().keySet().stream().filter(name -> !OPTIONAL.contains(name)).toList());
        }
    }

    private static Map<String, Schema> strings() {
        return Map.of(
                "UserId", string().minLength(1).maxLength(UserId.MAX_LENGTH).description("The platform's own user id."),
                "ConversationId", string().format("uuid"),
                "MessageId", string().format("uuid"),
                "ClientId", string().pattern("^[A-Za-z0-9._:-]{1,64}$").description("The client's own name for a message, the same over every retry."),
                "MessageText", string().minLength(1).maxLength(MessageText.MAX_CODE_POINTS).description("Not blank, without U+0000; the limit counts code points."),
                "Problem", problem());
    }

    private static Schema problem() {
        var codes = new ArrayList<Object>();
        for (var code : ErrorCode.values()) {
            codes.add(code.wireName());
        }
        var limits = new ArrayList<Object>();
        for (var limit : RateLimit.values()) {
            limits.add(limit.wireName());
        }
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description("RFC 9457")
                .addProperty("type", string().description("urn:eplatform:chat:error: and the code"))
                .addProperty("title", string())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", string().description("English, for a developer."))
                .addProperty("code", string().enumeration(codes))
                .addProperty("traceId", string().description("Finds it in the log."))
                .addProperty("limit", string().enumeration(limits).description("Which limit it was, with the code rate_limited."))
                .required(List.of("type", "title", "status", "detail", "code", "traceId"));
    }

    /// Times stand where they are used: a reference to a schema of its own would only hide the format.
    private static void inline(Schema schema) {
        if (schema.getProperties() != null) {
            var properties = new LinkedHashMap<>(schema.getProperties());
            properties.replaceAll((_, property) -> "#/components/schemas/Instant".equals(property.getRef()) ? string().format("date-time") : property);
            schema.setProperties(properties);
        }
    }

    private static void complete(String path, Operation operation) {
        var media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        var responses = operation.getResponses();
        for (var empty : List.of("400", "401", "403")) {
            responses.removeAPIResponse(empty);
        }
        if (CREATING.contains(path)) {
            responses.addAPIResponse("201", OASFactory.createAPIResponse().description("Created").content(responses.getAPIResponse("200").getContent()));
        }
        responses.setDefaultValue(OASFactory.createAPIResponse().description("Refused: `code` says why.")
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media)));
        for (var parameter : operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            if (parameter.getName().equals("limit")) {
                parameter.setSchema(number(1).maximum(BigDecimal.valueOf(Limit.MAX)).defaultValue(Limit.DEFAULT));
            } else if (path.equals(PAGE) && parameter.getIn() == Parameter.In.QUERY) {
                parameter.setSchema(number(0));
            }
        }
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema number(int least) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.valueOf(least));
    }
}

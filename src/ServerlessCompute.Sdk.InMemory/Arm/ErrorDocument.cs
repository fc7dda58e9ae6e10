using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The bodies of errors, in the three recorded shapes: the gateway's, the management front end's, the data plane's.</summary>
internal static class ErrorDocument
{
    public static void WriteArm(Utf8JsonWriter writer, ServerlessEngine engine, Refusal error, string id)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, error.Code);
        writer.WriteString("message"u8, error.Message);
        if (!error.FromGateway)
        {
            if (error.Target is not null)
            {
                writer.WriteString("target"u8, error.Target);
            }

            WriteDetails(writer, error);
            WriteAdditionalInfo(writer, engine, error, id);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteDataPlane(Utf8JsonWriter writer, ServerlessEngine engine, Refusal error, string id)
    {
        writer.WriteStartObject();
        WriteRootError(writer, error.Code, error.Message, error.InnerCodes, error.MessageFormat, error.MessageParameters, error.Target);
        writer.WriteStartObject("correlation"u8);
        writer.WriteString("operation"u8, Digits(id, 32));
        writer.WriteString("request"u8, Digits(id, 16));
        writer.WriteEndObject();
        writer.WriteString("environment"u8, engine.Workspace.Region);
        writer.WriteString("location"u8, engine.Workspace.Region);
        writer.TimeMember("time"u8, engine.Pacemaker.NowTicks);
        writer.WriteString("componentName"u8, "run-history"u8);
        writer.WriteEndObject();
    }

    /// <summary>Run history's <c>error</c> member, as an answer and as the reason of a failed run.</summary>
    public static void WriteRootError(
        Utf8JsonWriter writer,
        string code,
        string message,
        IReadOnlyList<string> innerCodes,
        string? format,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        string? target,
        string? referenceCode = null)
    {
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, code);
        writer.WriteNull("severity"u8);
        writer.WriteString("message"u8, message);
        writer.TextMember("messageFormat"u8, format);
        WriteParameters(writer, "messageParameters"u8, parameters);
        writer.TextMember("referenceCode"u8, referenceCode ?? (innerCodes.Count > 0 ? innerCodes[^1] : null));
        writer.WriteNull("detailsUri"u8);
        writer.TextMember("target"u8, target);
        writer.WriteStartArray("details"u8);
        writer.WriteEndArray();
        writer.WritePropertyName("innerError"u8);
        WriteInnerError(writer, innerCodes, 0);
        writer.WriteNull("debugInfo"u8);
        writer.WriteNull("additionalInfo"u8);
        writer.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter writer, Refusal error)
    {
        writer.WriteStartArray("details"u8);
        foreach (ContractProblem problem in error.Details)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, problem.Code);
            writer.WriteString("message"u8, problem.Message);
            if (problem.Path.Length > 0)
            {
                writer.WriteString("target"u8, problem.Path);
            }

            writer.WriteStartArray("details"u8);
            writer.WriteEndArray();
            writer.WriteStartArray("additionalInfo"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAdditionalInfo(Utf8JsonWriter writer, ServerlessEngine engine, Refusal error, string id)
    {
        writer.WriteStartArray("additionalInfo"u8);
        WriteInfo(writer, "ComponentName", static w => w.WriteStringValue("managementfrontend"u8));
        WriteInfo(writer, "Correlation", w =>
        {
            w.WriteStartObject();
            w.WriteString("operation"u8, Digits(id, 32));
            w.WriteString("request"u8, Digits(id, 16));
            w.WriteEndObject();
        });
        WriteInfo(writer, "Environment", w => w.WriteStringValue(engine.Workspace.Region));
        WriteInfo(writer, "Location", w => w.WriteStringValue(engine.Workspace.Region));
        WriteInfo(writer, "Time", w => w.WriteStringValue(new DateTime(engine.Pacemaker.NowTicks).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'+00:00'", System.Globalization.CultureInfo.InvariantCulture)));
        if (error.InnerCodes.Count > 0)
        {
            WriteInfo(writer, "InnerError", w => WriteInnerError(w, error.InnerCodes, 0));
        }

        if (error.MessageFormat is { } format)
        {
            WriteInfo(writer, "MessageFormat", w => w.WriteStringValue(format));
            WriteInfo(writer, "MessageParameters", w =>
            {
                w.WriteStartObject();
                foreach (KeyValuePair<string, string> parameter in error.MessageParameters)
                {
                    w.WriteString(parameter.Key, parameter.Value);
                }

                w.WriteEndObject();
            });
        }

        writer.WriteEndArray();
    }

    private static void WriteInfo(Utf8JsonWriter writer, string type, Action<Utf8JsonWriter> writeValue)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteStartObject("info"u8);
        writer.WritePropertyName("value"u8);
        writeValue(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteInnerError(Utf8JsonWriter writer, IReadOnlyList<string> codes, int index)
    {
        if (index == codes.Count)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("code"u8, codes[index]);
        writer.WritePropertyName("innerError"u8);
        WriteInnerError(writer, codes, index + 1);
        writer.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        writer.WriteStartObject(name);
        foreach (KeyValuePair<string, string> parameter in parameters)
        {
            writer.WriteString(parameter.Key, parameter.Value);
        }

        writer.WriteEndObject();
    }

    private static string Digits(string id, int count) => id.Replace("-", "", StringComparison.Ordinal)[..count];
}
